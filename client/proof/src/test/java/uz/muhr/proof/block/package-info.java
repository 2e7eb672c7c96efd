/** What makes a quorum. */
@NullMarked
package uz.muhr.proof.block;

import org.jspecify.annotations.NullMarked;
