/**
 * The Fabric contracts. A transaction comes in from a peer; its arguments are checked, the protocol decides, and what it
 * decided is written to the ledger. No rule lives here: rules are in {@code uz.muhr.protocol}.
 */
@NullMarked
package uz.muhr.contract;

import org.jspecify.annotations.NullMarked;
