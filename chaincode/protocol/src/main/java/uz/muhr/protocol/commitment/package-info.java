/**
 * Step one of a document's way: its fingerprint becomes the commitment that goes on the ledger.
 */
@NullMarked
package uz.muhr.protocol.commitment;

import org.jspecify.annotations.NullMarked;
