/**
 * What is kept: validated blocks come in; blocks, transactions and versioned state come out, each block durable before
 * anybody hears of it. Also the hashes that chain blocks and the two blocks every ledger begins with.
 */
@NullMarked
package uz.muhr.network.devnet.ledger;

import org.jspecify.annotations.NullMarked;
