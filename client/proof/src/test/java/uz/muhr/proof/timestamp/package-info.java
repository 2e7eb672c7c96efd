@NullMarked
package uz.muhr.proof.timestamp;

import org.jspecify.annotations.NullMarked;
