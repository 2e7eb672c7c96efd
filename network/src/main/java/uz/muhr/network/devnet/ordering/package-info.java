/**
 * The order of transactions: signed envelopes come in; blocks, signed by every organisation's orderer, go to validation
 * and from there to the ledger. Whoever waits for a transaction is told after its block is on the disk.
 */
@NullMarked
package uz.muhr.network.devnet.ordering;

import org.jspecify.annotations.NullMarked;
