/**
 * Time stamps (RFC 3161) over the ordered part of a bundle: the bundle and its tokens come in; by when its blocks were there
 * leaves, by the word of authorities that the trust file pins.
 */
@NullMarked
package uz.muhr.proof.timestamp;

import org.jspecify.annotations.NullMarked;
