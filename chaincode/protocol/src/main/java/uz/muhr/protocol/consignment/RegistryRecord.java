package uz.muhr.protocol.consignment;

import com.google.gson.JsonObject;
import java.util.Optional;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * An organisation's registry key, by its hash, as the ledger stores it: canonical JSON of format 1. It is for good: tags
 * under two keys could not be compared, so that one seal could be affixed twice.
 */
public record RegistryRecord(RegistryKeyHash key, Change registered) {
    private static final int FORMAT = 1;
    private static final String WHAT = "The record of a registry key";

    /**
     * The key that an organisation tags with from now on.
     *
     * @param existing the one it has
     * @throws Refusal REGISTRY_EXISTS
     */
    public static RegistryRecord register(RegistryKeyHash key, Optional<RegistryRecord> existing, Change change) {
        if (existing.isPresent()) {
            throw new Refusal(
                    ErrorCode.REGISTRY_EXISTS,
                    change.by().msp() + " has registered its key for container seals already, which is for good.");
        }
        return new RegistryRecord(key, change);
    }

    public String write() {
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.addProperty("key", key.hex());
        json.add("registered", registered.json());
        return CanonicalJson.write(json);
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public static RegistryRecord parse(String text) {
        Members members = StrictJson.canonicalObject(WHAT, text);
        members.format(FORMAT);
        RegistryRecord read = new RegistryRecord(
                members.text("key", RegistryKeyHash::new), Change.read(members.object("registered")));
        members.end();
        return read;
    }
}
