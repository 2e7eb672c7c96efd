/**
 * Step two: a list of commitments comes in, one outcome for each item leaves.
 */
@NullMarked
package uz.muhr.protocol.anchoring;

import org.jspecify.annotations.NullMarked;
