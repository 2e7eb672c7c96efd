/**
 * Checkpoints: how far a channel's chain had come, and by which hash its last block is known, signed by several
 * organisations. A file comes in; what they witness leaves, without a network or a clock.
 *
 * <p>The text is a C2SP tlog-checkpoint (c2sp.org/tlog-checkpoint) in a signed note (c2sp.org/signed-note); what is not as
 * there is said in the module's README.
 */
@NullMarked
package uz.muhr.proof.checkpoint;

import org.jspecify.annotations.NullMarked;
