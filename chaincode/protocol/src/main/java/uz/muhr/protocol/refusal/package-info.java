/**
 * The way every rule of the ledger says no: a stable code and one sentence. Nothing enters; a {@link uz.muhr.protocol.refusal.Refusal} leaves.
 */
@NullMarked
package uz.muhr.protocol.refusal;

import org.jspecify.annotations.NullMarked;
