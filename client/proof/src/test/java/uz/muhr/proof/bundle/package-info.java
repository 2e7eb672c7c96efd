/** The two files, and what is none of them. */
@NullMarked
package uz.muhr.proof.bundle;

import org.jspecify.annotations.NullMarked;
