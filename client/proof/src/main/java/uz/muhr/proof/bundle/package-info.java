/**
 * The door: the bytes of a trust file and of a bundle come in; what they hold leaves, in the one form that each has. What
 * it is worth is not looked at here. Both formats are described in the module's README.
 */
@NullMarked
package uz.muhr.proof.bundle;

import org.jspecify.annotations.NullMarked;
