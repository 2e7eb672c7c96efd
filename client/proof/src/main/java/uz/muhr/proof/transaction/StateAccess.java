package uz.muhr.proof.transaction;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import uz.muhr.proof.check.Check;
import uz.muhr.proof.check.Checks;
import uz.muhr.proof.message.OneForm;

/** Which keys of one chaincode a transaction read, at which version, and what it wrote to them. */
public final class StateAccess {
    private final Map<String, Place> reads = new HashMap<>();
    private final Map<String, ByteString> writes = new HashMap<>();
    private final Set<String> policies = new HashSet<>();
    private final boolean readsOnly;

    private StateAccess(List<KVRWSet> own, boolean readsOnly, Checks checks) {
        this.readsOnly = readsOnly;
        boolean once = true;
        for (KVRWSet set : own) {
            Set<String> seen = new HashSet<>();
            for (KVRead read : set.getReadsList()) {
                once &= seen.add(read.getKey());
                if (read.hasVersion()) {
                    reads.put(
                            read.getKey(),
                            new Place(
                                    read.getVersion().getBlockNum(),
                                    read.getVersion().getTxNum()));
                }
            }
            for (KVWrite write : set.getWritesList()) {
                ByteString value = write.getIsDelete() ? ByteString.EMPTY : write.getValue();
                once &= writes.put(write.getKey(), value) == null;
            }
            set.getMetadataWritesList().stream().map(KVMetadataWrite::getKey).forEach(policies::add);
        }
        checks.require(
                Check.TRANSACTION_FORM,
                own.size() <= 1 && once,
                () -> "A transaction has to name each key that it read or wrote once; this one names one twice.");
    }

    static StateAccess read(ByteString results, String chaincode, Checks checks) {
        OneForm form = new OneForm(checks, Check.TRANSACTION_FORM);
        TxReadWriteSet all = form.read(TxReadWriteSet.parser(), results, "a transaction's reads and writes");
        List<KVRWSet> own = new ArrayList<>();
        boolean readsOnly = true;
        for (NsReadWriteSet namespace : all.getNsRwsetList()) {
            KVRWSet set = form.read(KVRWSet.parser(), namespace.getRwset(), "a namespace's reads and writes");
            readsOnly &= set.getWritesCount() == 0
                    && set.getMetadataWritesCount() == 0
                    && namespace.getCollectionHashedRwsetCount() == 0;
            if (namespace.getNamespace().equals(chaincode)) {
                own.add(set);
            }
        }
        return new StateAccess(own, readsOnly, checks);
    }

    /** The version at which a key was read; empty when it was not read or was absent. */
    public Optional<Place> readAt(String key) {
        return Optional.ofNullable(reads.get(key));
    }

    /** What was written to a key; no bytes for a deletion. */
    public Optional<ByteString> written(String key) {
        return Optional.ofNullable(writes.get(key));
    }

    /** Whether a key's policy was written, and not its value. */
    public boolean renewedPolicy(String key) {
        return policies.contains(key) && !writes.containsKey(key);
    }

    /** Whether nothing was written, to no chaincode's state. */
    public boolean readsOnly() {
        return readsOnly;
    }
}
