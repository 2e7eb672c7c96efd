package uz.muhr.protocol.consignment;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import uz.muhr.protocol.hash.DomainHash;
import uz.muhr.protocol.hash.Hex32;
import uz.muhr.protocol.json.CanonicalJson;

/** The hash of an event of a consignment or of a container seal, by which the next event names it. */
public record EventHash(String hex) {
    public EventHash {
        Hex32.check("The hash of an event", hex);
    }

    /** Of an event as it is stored. */
    public static EventHash of(String domain, JsonObject event) {
        return new EventHash(DomainHash.of(domain, CanonicalJson.write(event).getBytes(StandardCharsets.UTF_8)));
    }

    @Override
    public String toString() {
        return hex;
    }
}
