package uz.muhr.network.devnet.ledger;

import org.hyperledger.fabric.protos.peer.TxValidationCode;

/** What validation gave for one transaction of a block; the identifier is empty when the envelope could not be read. */
public record Outcome(String transactionId, TxValidationCode code) {}
