/**
 * Follows the ledger: its blocks come in, from whichever peer delivers them; each leaves exactly once, in order, in one
 * database transaction with the mark that says how far we came.
 */
@NullMarked
package uz.muhr.client.following;

import org.jspecify.annotations.NullMarked;
