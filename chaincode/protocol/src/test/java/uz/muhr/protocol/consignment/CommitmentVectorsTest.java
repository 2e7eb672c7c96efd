package uz.muhr.protocol.consignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static uz.muhr.protocol.Refusals.assertMalformed;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import uz.muhr.protocol.Golden;
import uz.muhr.protocol.Refusals;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.freight.ContainerNumber;
import uz.muhr.protocol.freight.Place;
import uz.muhr.protocol.freight.SealManufacturer;
import uz.muhr.protocol.freight.SealNumber;
import uz.muhr.protocol.freight.Ucr;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.seal.SealEvent;

/** Every commitment of a consignment agrees with another implementation's. */
final class CommitmentVectorsTest {
    private static final JsonObject VECTORS =
            JsonParser.parseString(Golden.text("seal-vectors")).getAsJsonObject();

    @Test
    void whatAConsignmentHoldsIsCommittedAsElsewhere() {
        for (JsonObject vector : cases("commitments", 14)) {
            ConsignmentSecret secret = new ConsignmentSecret(text(vector, "secret"));
            assertEquals(text(vector, "hex"), commit(secret, text(vector, "of"), text(vector, "value")));
        }
    }

    @Test
    void noCommitmentOfOneSecretIsThatOfAnother() {
        Set<String> all = new HashSet<>();
        cases("commitments", 14).forEach(vector -> all.add(text(vector, "hex")));
        assertEquals(14, all.size());
    }

    @Test
    void sealsAreReferredToAndTaggedAsElsewhereAndALetterMovedFromMakerToNumberMakesAnother() {
        Set<String> references = new HashSet<>();
        Set<String> tags = new HashSet<>();
        for (JsonObject vector : cases("seals", 3)) {
            SealManufacturer manufacturer = new SealManufacturer(text(vector, "manufacturer"));
            SealNumber number = new SealNumber(text(vector, "number"));
            SealReference reference = new ConsignmentSecret(text(vector, "secret")).seal(manufacturer, number);
            SealTag tag = new RegistryKey(text(vector, "registryKey")).tag(manufacturer, number);
            assertEquals(text(vector, "reference"), reference.hex());
            assertEquals(text(vector, "tag"), tag.hex());
            references.add(reference.hex());
            tags.add(tag.hex());
        }
        assertEquals(3, references.size());
        assertEquals(3, tags.size());
    }

    @Test
    void registryKeysAreHashedAsElsewhere() {
        for (JsonObject vector : cases("registryKeys", 2)) {
            assertEquals(
                    text(vector, "hash"),
                    new RegistryKey(text(vector, "key")).hash().hex());
        }
    }

    @Test
    void eventsAreHashedAsElsewhere() {
        for (JsonObject vector : cases("events", 6)) {
            String text = Golden.text(text(vector, "golden"));
            assertEquals(
                    text(vector, "hash"),
                    (text(vector, "golden").startsWith("seal")
                                    ? SealEvent.parse(text).hash()
                                    : ConsignmentEvent.parse(text).hash())
                            .hex());
        }
    }

    @Test
    void equalSealsOfTwoConsignmentsCannotBeToldToBeEqual() {
        SealManufacturer manufacturer = SealManufacturer.parse("EJ Seal");
        SealNumber number = SealNumber.parse("uz 0012345");
        ConsignmentSecret one = new ConsignmentSecret(Samples.sha256("one"));
        ConsignmentSecret two = new ConsignmentSecret(Samples.sha256("two"));
        assertEquals(
                one.seal(manufacturer, number),
                one.seal(SealManufacturer.parse("ejseal"), SealNumber.parse("UZ0012345")));
        assertNotEquals(one.seal(manufacturer, number), two.seal(manufacturer, number));
        assertNotEquals(one.id(), two.id());
    }

    @Test
    void secretsAreNeitherShownNorRepeatedWhenTheyAreMalformed() {
        String secret = Samples.sha256("one");
        assertFalse(new ConsignmentSecret(secret).toString().contains(secret));
        assertFalse(new RegistryKey(secret).toString().contains(secret));
        String almost = secret.substring(1);
        assertFalse(refusedText(() -> new ConsignmentSecret(almost)).contains(almost.substring(0, 10)));
        assertFalse(refusedText(() -> new RegistryKey(almost)).contains(almost.substring(0, 10)));
    }

    @Test
    void whatIsNoHashIsNoCommitment() {
        for (String wrong : List.of("", "0", Samples.sha256("x").toUpperCase(Locale.ROOT), "g".repeat(64))) {
            assertMalformed(() -> new ConsignmentId(wrong));
            assertMalformed(() -> new ContainerCommitment(wrong));
            assertMalformed(() -> new SealReference(wrong));
            assertMalformed(() -> new ConsignedDocument(wrong));
            assertMalformed(() -> new SealEventId(wrong));
            assertMalformed(() -> new SealTag(wrong));
            assertMalformed(() -> new RegistryKeyHash(wrong));
            assertMalformed(() -> new UcrCommitment(wrong));
            assertMalformed(() -> new PlaceCommitment(wrong));
            assertMalformed(() -> new EvidenceCommitment(wrong));
        }
    }

    private static String refusedText(Executable attempt) {
        return String.valueOf(
                Refusals.assertRefused(ErrorCode.MALFORMED_ARGUMENT, attempt).getMessage());
    }

    private static String commit(ConsignmentSecret secret, String of, String value) {
        return switch (of) {
            case "ucr" -> secret.ucr(new Ucr(value)).hex();
            case "container" -> secret.container(new ContainerNumber(value)).hex();
            case "place" -> secret.place(new Place(value)).hex();
            case "event" -> secret.event(value).hex();
            case "evidence" -> secret.evidence(new Fingerprint(value)).hex();
            case "document" -> secret.document(new DocumentId(value)).hex();
            default -> secret.id().hex();
        };
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
