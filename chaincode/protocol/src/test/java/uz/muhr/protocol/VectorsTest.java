package uz.muhr.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.commitment.CommitmentKind;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.commitment.Salt;
import uz.muhr.protocol.customs.DeclarationCommitment;
import uz.muhr.protocol.customs.DrawId;
import uz.muhr.protocol.hash.DomainHash;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.proposal.Proposal;
import uz.muhr.protocol.record.RecordText;

/** Every hash agrees with another implementation's; {@code vectors.json} says each layout in words. */
final class VectorsTest {
    private static final JsonObject VECTORS =
            JsonParser.parseString(Golden.text("vectors")).getAsJsonObject();

    @Test
    void commitmentsAgree() {
        for (JsonObject vector : cases("commitments", 8)) {
            Fingerprint fingerprint = new Fingerprint(text(vector, "fingerprint"));
            Commitment made = vector.has("salt")
                    ? Commitment.salted(fingerprint, new Salt(text(vector, "salt")))
                    : Commitment.open(fingerprint);
            assertEquals(CommitmentKind.parse(text(vector, "kind")), made.kind());
            assertEquals(text(vector, "commitment"), made.hex());
        }
    }

    @Test
    void numbersAgree() {
        for (JsonObject vector : cases("numbers", 5)) {
            DocumentNumber number = DocumentNumber.parse(text(vector, "written"));
            assertEquals(text(vector, "canonical"), number.value());
            assertEquals(text(vector, "digest"), number.digest().hex());
        }
    }

    @Test
    void documentIdsAgreeAndALetterMovedOverABorderMakesAnother() {
        for (JsonObject vector : cases("documentIds", 4)) {
            assertEquals(
                    text(vector, "documentId"),
                    Samples.document(
                                    new MspId(text(vector, "issuer")),
                                    new TypeCode(text(vector, "type")),
                                    text(vector, "number"))
                            .hex());
        }
        assertNotEquals(
                DomainHash.of("muhr/document-id/1", new byte[] {'A', 'B'}, new byte[] {'C'}),
                DomainHash.of("muhr/document-id/1", new byte[] {'A'}, new byte[] {'B', 'C'}));
    }

    @Test
    void hashesOfRecordsAgree() {
        for (JsonObject vector : cases("records", 6)) {
            assertEquals(
                    text(vector, "hash"),
                    RecordText.hash(RecordText.parse(Golden.text(text(vector, "golden"))))
                            .hex());
        }
    }

    @Test
    void declarationsAndDrawsAgree() {
        for (JsonObject vector : cases("declarations", 2)) {
            assertEquals(
                    text(vector, "declaration"),
                    DeclarationCommitment.of(DocumentNumber.parse(text(vector, "reference")))
                            .hex());
        }
        for (JsonObject vector : cases("draws", 3)) {
            assertEquals(
                    text(vector, "id"),
                    DrawId.of(
                                    new MspId(text(vector, "drawer")),
                                    new DeclarationCommitment(text(vector, "declaration")),
                                    vector.get("line").getAsLong())
                            .hex());
        }
    }

    @Test
    void idsOfProposalsAgree() {
        for (JsonObject vector : cases("proposals", 5)) {
            assertEquals(
                    text(vector, "id"),
                    Proposal.parse(Golden.text(text(vector, "golden"))).id().hex());
        }
    }

    @Test
    void domainHashesAgree() {
        for (JsonObject vector : cases("domainHashes", 6)) {
            byte[][] parts = vector.getAsJsonArray("parts").asList().stream()
                    .map(part -> HexFormat.of().parseHex(part.getAsString()))
                    .toArray(byte[][]::new);
            assertEquals(text(vector, "hash"), DomainHash.of(text(vector, "domain"), parts));
        }
    }

    private static List<JsonObject> cases(String name, int count) {
        List<JsonObject> cases = VECTORS.getAsJsonObject(name).getAsJsonArray("cases").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .toList();
        assertEquals(count, cases.size());
        return cases;
    }

    private static String text(JsonObject vector, String member) {
        return vector.get(member).getAsString();
    }
}
