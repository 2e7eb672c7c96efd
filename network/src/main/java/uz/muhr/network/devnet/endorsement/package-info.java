/**
 * One organisation's peer: a proposal comes in; it is admitted or refused, simulated by this organisation's own
 * chaincode, and the answer comes out signed by this peer.
 */
@NullMarked
package uz.muhr.network.devnet.endorsement;

import org.jspecify.annotations.NullMarked;
