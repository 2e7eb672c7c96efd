/** The verifier on blocks and answers of a real network, which are kept beside the project; skipped where they are not. */
@NullMarked
package uz.muhr.proof.fabric;

import org.jspecify.annotations.NullMarked;
