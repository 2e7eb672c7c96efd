package uz.muhr.proof.bundle;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/**
 * Whose time stamps somebody believes.
 *
 * @param roots certificates of the authorities at which a chain may end (X.509, DER); at least one
 * @param policy the only policy that counts, an object identifier such as 1.2.3.4; any when absent
 */
public record StampAuthorities(List<ByteString> roots, Optional<String> policy) {
    private static final Pattern OBJECT_IDENTIFIER = Pattern.compile("[0-2](\\.(0|[1-9][0-9]{0,17})){1,30}");

    /**
     * Refuses what cannot be.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public StampAuthorities {
        roots = List.copyOf(roots);
        if (roots.isEmpty()) {
            throw Refusal.malformed("Time stamps have to end at a root that the trust file pins; it pins none.");
        }
        policy.ifPresent(StampAuthorities::requireIdentifier);
    }

    /**
     * These roots.
     *
     * @param roots certificates, X.509 in DER
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public static StampAuthorities of(List<byte[]> roots, Optional<String> policy) {
        return new StampAuthorities(roots.stream().map(ByteString::copyFrom).toList(), policy);
    }

    private static void requireIdentifier(String policy) {
        if (!OBJECT_IDENTIFIER.matcher(policy).matches()) {
            throw Refusal.malformed(
                    "A policy has to be an object identifier, such as 1.2.3.4; it is \"" + Shown.of(policy) + "\".");
        }
    }

    static StampAuthorities read(JsonElement json) {
        Members members = Members.of("\"timestamps\" of the trust file", json);
        StampAuthorities read =
                new StampAuthorities(Text.messages(members, "roots"), members.optionalText("policy", text -> text));
        members.end();
        return read;
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.add("roots", Text.json(roots));
        policy.ifPresent(text -> json.addProperty("policy", text));
        return json;
    }
}
