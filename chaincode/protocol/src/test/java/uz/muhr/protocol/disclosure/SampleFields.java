package uz.muhr.protocol.disclosure;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.ArrayList;
import java.util.List;
import uz.muhr.protocol.Golden;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.commitment.Salt;
import uz.muhr.protocol.identifier.DocumentId;

/** A small document's fields to start from; the golden files are made of them by another implementation. */
public final class SampleFields {
    static final JsonObject VECTORS =
            JsonParser.parseString(Golden.text("field-vectors")).getAsJsonObject();
    static final DocumentId DOCUMENT = new DocumentId("ab".repeat(32));
    static final Salt SALT = new Salt(VECTORS.get("salt").getAsString());
    static final Commitment WHOLE =
            Commitment.salted(new Fingerprint(VECTORS.get("fingerprint").getAsString()), SALT);

    private SampleFields() {}

    static List<Field> all() {
        List<Field> fields = new ArrayList<>();
        for (JsonElement item : VECTORS.getAsJsonArray("fields")) {
            JsonObject field = item.getAsJsonObject();
            fields.add(field(
                    field.get("path").getAsString(),
                    FieldType.parse(field.get("type").getAsString()),
                    field.get("value").getAsString()));
        }
        return fields;
    }

    static Field field(String path, FieldType type, String value) {
        return new Field(new FieldPath(path), type, value);
    }

    static FieldTree tree() {
        return FieldTree.of(all(), SALT);
    }

    static Disclosure disclose(String... paths) {
        return tree().disclose(
                        DOCUMENT,
                        WHOLE,
                        List.of(paths).stream().map(FieldPath::new).toList());
    }

    /** An object with that many members. */
    static List<Field> wide(int members) {
        List<Field> fields = new ArrayList<>();
        fields.add(field("", FieldType.OBJECT, ""));
        for (int i = 0; i < members; i++) {
            fields.add(field("/m" + i, FieldType.STRING, Samples.sha256("value " + i)));
        }
        return fields;
    }
}
