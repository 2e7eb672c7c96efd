package uz.muhr.network.devnet.simulation;

import com.google.protobuf.ByteString;
import java.util.List;

/**
 * What a simulation came to.
 *
 * @param readWriteSet the serialised TxReadWriteSet
 * @param keyPolicies the serialised policies of written keys that have their own
 * @param chaincodePolicyNeeded whether a key without its own policy is written, or none at all
 */
public record SimulationResult(ByteString readWriteSet, List<ByteString> keyPolicies, boolean chaincodePolicyNeeded) {}
