/**
 * The embedded network: a topology and a folder of identities come in; on each organisation's port there is then what a
 * Fabric v3 peer would offer. One JVM, one machine, loopback only.
 *
 * <p>A transaction flows through {@code gateway}, {@code endorsement} ({@code msp}, {@code chaincode},
 * {@code simulation}, {@code policy}), {@code ordering}, {@code validation}, {@code ledger} and {@code deliver}.
 * {@code transaction} reads what clients sign; {@code genesis} makes the first two blocks.
 */
@NullMarked
package uz.muhr.network.devnet;

import org.jspecify.annotations.NullMarked;
