/**
 * The peer's side of the chaincode's stream: a proposal and a simulation come in; what the chaincode answered comes out.
 * One organisation has one chaincode server, dialled in the background and dialled again when it goes.
 */
@NullMarked
package uz.muhr.network.devnet.chaincode;

import org.jspecify.annotations.NullMarked;
