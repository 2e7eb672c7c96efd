package uz.muhr.network.devnet.msp;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.jspecify.annotations.Nullable;

/** The members of all organisations of the channel. Identities found valid are remembered, with a bound. */
public final class Members {
    private static final int REMEMBERED = 1_000;

    private final Map<String, Msp> byId;
    private final Map<ByteString, Identity> known = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteString, Identity> eldest) {
            return size() > REMEMBERED;
        }
    });

    private Members(Map<String, Msp> byId) {
        this.byId = byId;
    }

    /** Takes the root certificate's PEM file of each organisation, by MSP identifier. */
    public static Members of(Map<String, Path> rootsByMspId) {
        Map<String, Msp> msps = new LinkedHashMap<>();
        rootsByMspId.forEach((mspId, file) -> {
            try {
                msps.put(mspId, new Msp(mspId, Pem.certificate(Pem.bytes(file))));
            } catch (InvalidIdentityException e) {
                throw new IllegalStateException("The root certificate " + file + " of " + mspId + " is unusable.", e);
            }
        });
        return new Members(Map.copyOf(msps));
    }

    /** The identity behind msp.SerializedIdentity bytes, checked against its organisation. */
    public Identity identity(ByteString serialized) throws InvalidIdentityException {
        Identity remembered = known.get(serialized);
        if (remembered != null) {
            return remembered;
        }
        SerializedIdentity parsed = parse(serialized);
        @Nullable Msp msp = byId.get(parsed.getMspid());
        if (msp == null) {
            throw new InvalidIdentityException("The channel has no organisation " + parsed.getMspid() + ".");
        }
        Identity identity = msp.identity(parsed.getIdBytes());
        known.put(serialized, identity);
        return identity;
    }

    /** Whether the certificate's validity had ended by then, whoever issued it. One that has not begun does not count. */
    public static boolean expired(ByteString serialized, Instant by) throws InvalidIdentityException {
        return by.isAfter(
                Pem.certificate(parse(serialized).getIdBytes()).getNotAfter().toInstant());
    }

    private static SerializedIdentity parse(ByteString serialized) throws InvalidIdentityException {
        try {
            return SerializedIdentity.parseFrom(serialized);
        } catch (InvalidProtocolBufferException e) {
            throw new InvalidIdentityException("The bytes are not a serialised identity.", e);
        }
    }
}
