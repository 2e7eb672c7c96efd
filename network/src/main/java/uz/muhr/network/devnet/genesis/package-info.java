/**
 * The two blocks every ledger begins with: the organisations' certificates come in; the channel's first configuration
 * block, and the transaction by which all organisations defined the chaincode, come out.
 */
@NullMarked
package uz.muhr.network.devnet.genesis;

import org.jspecify.annotations.NullMarked;
