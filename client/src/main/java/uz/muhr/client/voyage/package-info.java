/**
 * A consignment on its way: what its receipt, a party and a file of events say comes in, requests to the ledger leave; and out of the ledger's chains, one answer on the whole of it.
 */
@NullMarked
package uz.muhr.client.voyage;

import org.jspecify.annotations.NullMarked;
