/**
 * The last step: a whole network on this machine. In go a topology, its identities and a chaincode jar; out comes a
 * network that runs, is established, and says how it is. {@link uz.muhr.network.local.NetworkCommand} is what
 * {@code scripts/network} asks.
 */
@NullMarked
package uz.muhr.network.local;

import org.jspecify.annotations.NullMarked;
