/**
 * The conformance suite: what a client of the Gateway SDK sees of the network, asserted alike on the devnet and on real
 * Fabric. It starts a network through {@code scripts/network}, calls two chaincodes of it (Muhr's own and a probe), and
 * knows nothing of either engine's inside.
 */
@NullMarked
package uz.muhr.network.conformance;

import org.jspecify.annotations.NullMarked;
