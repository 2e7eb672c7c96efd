package uz.muhr.proof.bundle;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import uz.muhr.protocol.hash.Hex32;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.refusal.Refusal;

/**
 * Whom somebody takes at their word before the first proof is looked at. All that a proof shows rests on it, so it has to
 * come from somebody trusted, and by another way than the proofs.
 *
 * @param channel the channel's name
 * @param chaincode the name under which our chaincode keeps its state
 * @param pin the hash of the header of the configuration's block, 64 digits: what two people compare
 * @param configuration that block ({@code common.Block} without metadata): the channel's first, or a later one
 * @param organisations those whose words count, issuers included; a majority of them has to say the same
 * @param timestamps whose time stamps count; nobody's when absent
 */
public record NetworkTrust(
        String channel,
        String chaincode,
        String pin,
        ByteString configuration,
        SortedSet<MspId> organisations,
        Optional<StampAuthorities> timestamps) {
    /** The largest file that is read, in bytes. A configuration of four organisations takes some 90 kB. */
    public static final int MAX_BYTES = 4 << 20;

    private static final int FORMAT = 1;
    private static final String WHAT = "The trust file";

    /**
     * Refuses what cannot be.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public NetworkTrust {
        organisations = new TreeSet<>(organisations);
        if (channel.isEmpty() || chaincode.isEmpty() || organisations.isEmpty()) {
            throw Refusal.malformed(
                    "A trust file has to name a channel, a chaincode and at least one organisation; it does not.");
        }
        Hex32.check("A pinned block's hash", pin);
    }

    /** Without time stamps. */
    public NetworkTrust(
            String channel, String chaincode, String pin, ByteString configuration, SortedSet<MspId> organisations) {
        this(channel, chaincode, pin, configuration, organisations, Optional.empty());
    }

    /** The same with these time-stamping authorities. */
    public NetworkTrust with(StampAuthorities authorities) {
        return new NetworkTrust(channel, chaincode, pin, configuration, organisations, Optional.of(authorities));
    }

    /**
     * Reads a file.
     *
     * @throws Refusal MALFORMED_ARGUMENT when it is not in the one form
     */
    public static NetworkTrust parse(byte[] file) {
        Members members = Text.object(WHAT, file, MAX_BYTES);
        members.format(FORMAT);
        List<MspId> organisations =
                members.list("organisations", item -> Members.text("An organisation", item, MspId::new));
        NetworkTrust trust = new NetworkTrust(
                members.text("channel"),
                members.text("chaincode"),
                members.text("pin"),
                members.text("configuration", Text::message),
                new TreeSet<>(organisations),
                members.optional("timestamps", StampAuthorities::read));
        members.end();
        if (!List.copyOf(trust.organisations).equals(organisations)) {
            throw Refusal.malformed("The organisations of a trust file have to be sorted, each once; they are not.");
        }
        return trust;
    }

    /** The file's bytes. */
    public byte[] write() {
        JsonArray names = new JsonArray();
        organisations.forEach(organisation -> names.add(organisation.value()));
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.addProperty("channel", channel);
        json.addProperty("chaincode", chaincode);
        json.addProperty("pin", pin);
        json.add("configuration", Text.json(configuration));
        json.add("organisations", names);
        timestamps.ifPresent(authorities -> json.add("timestamps", authorities.json()));
        return CanonicalJson.write(json).getBytes(StandardCharsets.UTF_8);
    }
}
