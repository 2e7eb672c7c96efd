package uz.muhr.protocol.authority;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * The answer of {@code authority:list}: all that one organisation may issue, or might once.
 *
 * @param records sorted by type, one for each
 */
public record Authorities(MspId issuer, List<AuthorityRecord> records) {
    public Authorities {
        records = List.copyOf(records);
        for (int i = 0; i < records.size(); i++) {
            boolean sorted =
                    i == 0 || records.get(i - 1).type().compareTo(records.get(i).type()) < 0;
            if (!sorted || !records.get(i).issuer().equals(issuer)) {
                throw new Refusal(
                        ErrorCode.CORRUPT_RECORD,
                        "The authorities of " + issuer + " are not one record for each type, in order.");
            }
        }
    }

    public String write() {
        JsonArray list = new JsonArray();
        records.forEach(record -> list.add(record.json()));
        JsonObject json = new JsonObject();
        json.add("authorities", list);
        json.addProperty("issuer", issuer.value());
        return CanonicalJson.write(json);
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT or CORRUPT_RECORD
     */
    public static Authorities parse(String text) {
        Members members = StrictJson.canonicalObject("The list of authorities", text);
        Authorities read =
                new Authorities(members.text("issuer", MspId::new), members.list("authorities", AuthorityRecord::read));
        members.end();
        return read;
    }
}
