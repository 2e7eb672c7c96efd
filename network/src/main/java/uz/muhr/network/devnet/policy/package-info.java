/**
 * Whose signatures are enough: a serialised SignaturePolicyEnvelope and checked identities come in, yes or no comes
 * out; for a gateway that still has to collect the endorsements, the sets of organisations that would be enough.
 */
@NullMarked
package uz.muhr.network.devnet.policy;

import org.jspecify.annotations.NullMarked;
