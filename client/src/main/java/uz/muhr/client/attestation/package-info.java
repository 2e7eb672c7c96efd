/**
 * OpenAttestation v2: a document with salts of its own comes in, is held against its own rule, and leaves as the hash by which
 * it is anchored and compared.
 *
 * <p>Anchored is the target hash, not the Merkle root: the root stands for all documents that were wrapped together, and under
 * a number of one of them each of the others would verify. A copy with fields hidden by OpenAttestation's own means has the same
 * target hash, so it verifies too, without a receipt. Who is behind the document says the ledger; what OpenAttestation itself
 * offers for that, an Ethereum contract or a domain's records, is not looked at.
 */
@NullMarked
package uz.muhr.client.attestation;

import org.jspecify.annotations.NullMarked;
