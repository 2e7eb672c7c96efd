package uz.muhr.network.devnet.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import uz.muhr.network.devnet.msp.Digests;

/**
 * The hash that peers compare to see that they committed the same: over the validation codes, the writes and the
 * previous commit hash (kvledger.addBlockCommitHash; the writes as txmgr/update_batch_bytes.go serialises them).
 */
public final class CommitHash {
    private static final int UPDATES_KVWRITES = 1;
    private static final int NAMESPACE = 1;
    private static final int KEY = 3;
    private static final int IS_DELETE = 4;
    private static final int VALUE = 5;
    private static final int VERSION = 6;

    private CommitHash() {}

    /** The 32 bytes for a block whose transactions have these codes, one byte each; the previous hash may be empty. */
    public static ByteString next(ByteString previous, byte[] codes, StateBatch writes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            CodedOutputStream out = CodedOutputStream.newInstance(bytes);
            out.writeUInt32NoTag(codes.length);
            out.writeRawBytes(codes);
            String namespace = "";
            for (Map.Entry<StateKey, StateEntry> update : writes.updates().entrySet()) {
                String own = update.getKey().namespace();
                out.writeByteArray(
                        UPDATES_KVWRITES,
                        write(own.equals(namespace) ? "" : own, update.getKey().key(), update.getValue()));
                namespace = own;
            }
            out.flush();
        } catch (IOException e) {
            throw new IllegalStateException("Writing to memory does not fail.", e);
        }
        return ByteString.copyFrom(Digests.sha256(ByteString.copyFrom(bytes.toByteArray()), previous));
    }

    private static byte[] write(String namespace, String key, StateEntry entry) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        if (!namespace.isEmpty()) {
            out.writeString(NAMESPACE, namespace);
        }
        out.writeBytes(KEY, ByteString.copyFromUtf8(key));
        if (entry.value().isEmpty()) {
            out.writeBool(IS_DELETE, true);
        } else {
            out.writeBytes(VALUE, entry.value());
        }
        out.writeByteArray(VERSION, entry.version().orderPreserving());
        out.flush();
        return bytes.toByteArray();
    }
}
