/**
 * The last step: a whole network on this machine. In go a topology, its identities and a chaincode jar; out comes a
 * network that runs, is established, and says how it is: from a test through
 * {@link uz.muhr.network.local.LocalNetwork}, from a shell through {@link uz.muhr.network.local.NetworkCommand}.
 */
@NullMarked
package uz.muhr.network.local;

import org.jspecify.annotations.NullMarked;
