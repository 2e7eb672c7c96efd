/**
 * Reads and builds what clients sign: proposals and envelopes come in as bytes; their parts come out, or the reason why
 * they are none, as Fabric's validation codes name it.
 */
@NullMarked
package uz.muhr.network.devnet.transaction;

import org.jspecify.annotations.NullMarked;
