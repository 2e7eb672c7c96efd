package uz.muhr.network.devnet.ordering;

import org.hyperledger.fabric.protos.common.Status;

/** Why the orderers do not take an envelope. */
public record Refusal(Status status, String info) {}
