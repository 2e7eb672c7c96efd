package uz.muhr.client.commitment;

import uz.muhr.protocol.identifier.TransactionId;

/** The transaction that anchored a document, and the number of the block that holds it. */
public record Place(TransactionId transaction, long block) {}
