/**
 * The names of everything that has to hold before a checkpoint or a time stamp counts. They are apart from the checks of a
 * proof, which holds without either.
 */
@NullMarked
package uz.muhr.proof.witness;

import org.jspecify.annotations.NullMarked;
