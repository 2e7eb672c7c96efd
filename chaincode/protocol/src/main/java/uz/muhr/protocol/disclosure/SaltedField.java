package uz.muhr.protocol.disclosure;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import uz.muhr.protocol.commitment.Salt;
import uz.muhr.protocol.hash.DomainHash;
import uz.muhr.protocol.hash.Hex32;
import uz.muhr.protocol.json.Members;

/**
 * A field and its own salt: who does not know the salt cannot guess the value by its hash.
 */
public record SaltedField(Field field, Salt salt) {
    private static final String DOMAIN = "muhr/field/1";

    /** What the tree is made of. */
    byte[] leaf() {
        return Merkle.leaf(Hex32.bytes(DomainHash.of(
                DOMAIN,
                field.path().bytes(),
                field.type().text().getBytes(StandardCharsets.US_ASCII),
                field.value().getBytes(StandardCharsets.UTF_8),
                salt.bytes())));
    }

    void write(JsonObject json) {
        json.addProperty("path", field.path().pointer());
        json.addProperty("salt", salt.hex());
        json.addProperty("type", field.type().text());
        json.addProperty("value", field.value());
    }

    static SaltedField read(Members members) {
        return new SaltedField(
                new Field(
                        members.text("path", FieldPath::new),
                        members.text("type", FieldType::parse),
                        members.text("value")),
                members.text("salt", Salt::new));
    }
}
