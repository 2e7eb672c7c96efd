package uz.muhr.network.devnet.ledger;

/** One row of a range: the key within its namespace, and what it holds. */
public record StateRow(String key, StateEntry entry) {}
