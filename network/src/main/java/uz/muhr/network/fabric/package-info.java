/**
 * The same network on real Hyperledger Fabric. In go a {@link uz.muhr.network.topology.Topology}, its identities, and
 * Fabric's own programs, which are looked for and never carried; out come configuration files, a channel all peers and
 * orderers have joined, and a chaincode that every organisation has approved. Whoever calls starts the processes.
 */
@NullMarked
package uz.muhr.network.fabric;

import org.jspecify.annotations.NullMarked;
