/**
 * What each peer finds out for itself: the envelopes of an ordered block come in; a code for each and the writes of the
 * valid ones come out. Signatures are checked in parallel; policies and versions in the order of the block.
 */
@NullMarked
package uz.muhr.network.devnet.validation;

import org.jspecify.annotations.NullMarked;
