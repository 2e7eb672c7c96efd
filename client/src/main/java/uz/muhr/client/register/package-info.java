/**
 * The searchable picture of the ledger: followed blocks come in and become rows; pages of documents and counts leave, each
 * saying as of which block. It can be deleted and made anew, and no verdict ever comes from it.
 */
@NullMarked
package uz.muhr.client.register;

import org.jspecify.annotations.NullMarked;
