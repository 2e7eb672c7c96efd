/**
 * What the orderers signed: a block's bytes come in; its transactions leave, in order, once a quorum of the orderers that a
 * configuration names has been found to have signed its header.
 */
@NullMarked
package uz.muhr.proof.block;

import org.jspecify.annotations.NullMarked;
