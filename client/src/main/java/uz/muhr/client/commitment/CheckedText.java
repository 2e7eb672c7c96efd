package uz.muhr.client.commitment;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import uz.muhr.protocol.hash.DomainHash;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.StrictJson;

/** A JSON file whose last member is a hash of all the others, so that it is told when one of them was changed by one digit. */
public final class CheckedText {
    /** The name of that member. */
    public static final String CHECK = "check";

    private static final Gson PRETTY =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    private final String what;
    private final String domain;

    /**
     * Of one kind of file.
     *
     * @param what the file, for a person
     * @param domain of the hash
     */
    public CheckedText(String what, String domain) {
        this.what = what;
        this.domain = domain;
    }

    /** The file, with the check added to what it holds. */
    public String write(JsonObject json) {
        json.addProperty(CHECK, check(json));
        return PRETTY.toJson(json) + "\n";
    }

    /**
     * Whether a file is as it was written.
     *
     * @param text strict JSON of an object
     * @param check the hash that it names
     * @param again what was read of it, written again, without the check
     */
    public boolean isWhole(String text, String check, JsonObject again) {
        JsonObject given = StrictJson.parse(what, text).getAsJsonObject();
        given.remove(CHECK);
        return check.equals(check(given)) && again.equals(given);
    }

    private String check(JsonObject json) {
        return DomainHash.of(domain, CanonicalJson.write(json).getBytes(StandardCharsets.UTF_8));
    }
}
