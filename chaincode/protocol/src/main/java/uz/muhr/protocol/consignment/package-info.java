/**
 * A consignment, and what stands on the ledger for it: containers, container seals, documents, places and evidence come in
 * with the consignment's secret, commitments leave that tell a member of the channel nothing.
 */
@NullMarked
package uz.muhr.protocol.consignment;

import org.jspecify.annotations.NullMarked;
