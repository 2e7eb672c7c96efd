/** What a bundle proves, and what it cannot be made to prove. */
@NullMarked
package uz.muhr.proof.verification;

import org.jspecify.annotations.NullMarked;
