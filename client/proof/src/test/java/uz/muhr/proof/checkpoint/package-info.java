@NullMarked
package uz.muhr.proof.checkpoint;

import org.jspecify.annotations.NullMarked;
