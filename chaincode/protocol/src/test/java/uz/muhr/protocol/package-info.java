/**
 * What the tests of all packages share: valid values to start from, the golden files, damaged texts. Tests of the whole
 * protocol stand here; tests of one class stand beside it.
 */
@NullMarked
package uz.muhr.protocol;

import org.jspecify.annotations.NullMarked;
