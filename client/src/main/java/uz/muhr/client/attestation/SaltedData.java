package uz.muhr.client.attestation;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import uz.muhr.client.document.UnreadableDocument;
import uz.muhr.protocol.disclosure.Field;
import uz.muhr.protocol.disclosure.FieldPath;
import uz.muhr.protocol.disclosure.FieldType;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Shown;

/** What an OpenAttestation v2 document says: names with dots between their steps, and values that begin with a UUID as salt. */
final class SaltedData {
    private static final FieldPath DATA = new FieldPath("/data");
    private static final Pattern SALTED =
            Pattern.compile("(?s)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}:(string|number|boolean|null|undefined):.*");

    private SaltedData() {}

    /** The hash of each field that is shown. */
    static List<String> hashes(List<Field> document) {
        List<Field> data =
                document.stream().filter(field -> field.path().isWithin(DATA)).toList();
        Set<FieldPath> holders = new HashSet<>();
        data.forEach(field -> field.path().holder().ifPresent(holders::add));
        List<String> hashes = new ArrayList<>();
        for (Field field : data) {
            if (!holders.contains(field.path())) {
                hashes.add(hash(field));
            }
        }
        return hashes;
    }

    /** What stands for the document: all hashes, those of hidden fields too, sorted. */
    static String digest(List<String> hashes) {
        JsonArray sorted = new JsonArray();
        hashes.stream().sorted().forEach(sorted::add);
        return keccak(CanonicalJson.write(sorted));
    }

    private static String hash(Field field) {
        List<String> steps =
                field.path().steps().subList(1, field.path().steps().size());
        if (field.type() != FieldType.STRING || !SALTED.matcher(field.value()).matches()) {
            throw new UnreadableDocument("The field \"" + Shown.of(field.path().pointer())
                    + "\" of the OpenAttestation document has no salt, so that whoever hides it could be found out.");
        }
        if (steps.stream().anyMatch(step -> step.contains("."))) {
            throw new UnreadableDocument(
                    "The name of the field \"" + Shown.of(field.path().pointer())
                            + "\" of the OpenAttestation document has a dot, so that it could stand for another.");
        }
        JsonObject member = new JsonObject();
        member.addProperty(String.join(".", steps), field.value());
        return keccak(CanonicalJson.write(member));
    }

    private static String keccak(String json) {
        return Keccak.of(json.getBytes(StandardCharsets.UTF_8));
    }
}
