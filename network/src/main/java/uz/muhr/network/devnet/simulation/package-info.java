/**
 * What a transaction would do: the chaincode's requests for state come in and are answered from a snapshot; the
 * read/write set comes out, its bytes the same at every organisation that saw the same. Nothing is written.
 */
@NullMarked
package uz.muhr.network.devnet.simulation;

import org.jspecify.annotations.NullMarked;
