package uz.muhr.protocol.seal;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import uz.muhr.protocol.consignment.ConsignmentRecord;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * The answer of {@code seal:consignment}.
 *
 * @param seals one for each that the consignment holds, in its order
 */
public record SealedConsignment(ConsignmentRecord consignment, List<SealRecord> seals) {
    /**
     * Refuses what cannot be.
     *
     * @throws Refusal CORRUPT_RECORD when they are not the consignment's
     */
    public SealedConsignment {
        seals = List.copyOf(seals);
        List<SealName> expected = consignment.seals().stream()
                .map(seal -> new SealName(consignment.id(), seal))
                .toList();
        if (!expected.equals(seals.stream().map(SealRecord::name).toList())) {
            throw new Refusal(ErrorCode.CORRUPT_RECORD, "The container seals are not those of the consignment.");
        }
    }

    public String write() {
        JsonArray list = new JsonArray();
        seals.forEach(seal -> list.add(SealRecordText.json(seal)));
        JsonObject json = new JsonObject();
        json.add("consignment", consignment.json());
        json.add("seals", list);
        return CanonicalJson.write(json);
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT or CORRUPT_RECORD
     */
    public static SealedConsignment parse(String text) {
        Members members = StrictJson.canonicalObject("A consignment with its container seals", text);
        SealedConsignment read = new SealedConsignment(
                members.optional("consignment", ConsignmentRecord::read)
                        .orElseThrow(() -> Refusal.malformed("The answer lacks the member \"consignment\".")),
                members.list("seals", SealRecord::read));
        members.end();
        return read;
    }
}
