/**
 * Proofs that need no server: documents come in and a verified bundle leaves, for somebody else to hold; or a file, a
 * bundle and a trust file come in, and what they prove leaves, without a network.
 */
@NullMarked
package uz.muhr.client.proof;

import org.jspecify.annotations.NullMarked;
