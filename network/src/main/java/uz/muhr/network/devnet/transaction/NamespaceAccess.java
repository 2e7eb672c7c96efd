package uz.muhr.network.devnet.transaction;

import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;

/** What a transaction read and wrote in one namespace. */
public record NamespaceAccess(String namespace, KVRWSet set) {
    /** Whether a value or metadata is written. */
    public boolean writes() {
        return set.getWritesCount() > 0 || set.getMetadataWritesCount() > 0;
    }
}
