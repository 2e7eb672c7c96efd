/**
 * The second step: keys and certificates. In goes a {@link uz.muhr.network.topology.Topology}; out comes a
 * {@link uz.muhr.network.identity.NetworkHome}, a folder of certificate authorities, MSPs, TLS material and client
 * profiles that real Fabric and the devnet both load. It is whole or it is not there.
 */
@NullMarked
package uz.muhr.network.identity;

import org.jspecify.annotations.NullMarked;
