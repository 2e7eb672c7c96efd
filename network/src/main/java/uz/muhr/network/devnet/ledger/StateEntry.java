package uz.muhr.network.devnet.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.ByteBuffer;
import java.util.List;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataEntry;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;

/**
 * What the world state holds for a key.
 *
 * @param value never empty: an empty value is a deletion
 * @param version where the value or its metadata was last written
 * @param metadata the serialised entries (KVMetadataWrite), empty when there are none
 */
public record StateEntry(ByteString value, Version version, ByteString metadata) {
    /** The metadata under which a key keeps its own endorsement policy. */
    public static final String POLICY = "VALIDATION_PARAMETER";

    /** The metadata of the key by name. */
    public List<KVMetadataEntry> metadataEntries() {
        try {
            return KVMetadataWrite.parseFrom(metadata).getEntriesList();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("The ledger's own metadata cannot be read: the file is damaged.", e);
        }
    }

    /** The key's own serialised policy, empty when the chaincode's policy holds. */
    public ByteString policy() {
        return metadataEntries().stream()
                .filter(entry -> entry.getName().equals(POLICY))
                .map(KVMetadataEntry::getValue)
                .findFirst()
                .orElse(ByteString.EMPTY);
    }

    /** Serialises metadata entries as the state keeps them. */
    public static ByteString metadata(List<KVMetadataEntry> entries) {
        return KVMetadataWrite.newBuilder().addAllEntries(entries).build().toByteString();
    }

    byte[] encoded() {
        ByteBuffer buffer = ByteBuffer.allocate(16 + metadata.size() + value.size());
        buffer.putLong(version.block()).putInt(version.transaction()).putInt(metadata.size());
        metadata.copyTo(buffer);
        value.copyTo(buffer);
        return buffer.array();
    }

    static StateEntry decode(byte[] encoded) {
        ByteBuffer buffer = ByteBuffer.wrap(encoded);
        Version version = new Version(buffer.getLong(), buffer.getInt());
        ByteString metadata = ByteString.copyFrom(buffer, buffer.getInt());
        return new StateEntry(ByteString.copyFrom(buffer), version, metadata);
    }
}
