package uz.muhr.network.devnet.policy;

import uz.muhr.network.devnet.msp.NodeRole;

/** What a policy can ask of a signer. */
public record Signatory(String mspId, NodeRole role) {}
