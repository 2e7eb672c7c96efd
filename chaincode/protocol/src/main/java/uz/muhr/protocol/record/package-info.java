/**
 * What the ledger holds of a document: one record, its versions chained by hash, and the changes an issuer may make to it.
 */
@NullMarked
package uz.muhr.protocol.record;

import org.jspecify.annotations.NullMarked;
