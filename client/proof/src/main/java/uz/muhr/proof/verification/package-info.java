/**
 * The verifier: a trust file, a bundle and a question come in; a verdict leaves that says what was checked and who vouches
 * for it. Without a network or a clock; what is not shown is not proved.
 */
@NullMarked
package uz.muhr.proof.verification;

import org.jspecify.annotations.NullMarked;
