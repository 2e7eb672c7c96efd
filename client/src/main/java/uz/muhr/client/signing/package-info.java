/**
 * In whose name a write is signed: the roles of whoever asks for it come in; the journal of the organisation's user who has
 * the same role on the ledger leaves.
 */
@NullMarked
package uz.muhr.client.signing;

import org.jspecify.annotations.NullMarked;
