package uz.muhr.client.web.description;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uz.muhr.client.commitment.ReceiptText;
import uz.muhr.client.consignment.ConsignmentText;
import uz.muhr.protocol.customs.DeclarationCommitment;
import uz.muhr.protocol.customs.DrawId;
import uz.muhr.protocol.disclosure.DisclosureText;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.proposal.Proposal;

/** What the schemas show is what they say, and what the code takes. */
class SchemaExamplesTest {
    private static final JsonObject DESCRIPTION = description();
    private static final JsonObject SCHEMAS =
            DESCRIPTION.getAsJsonObject("components").getAsJsonObject("schemas");
    private static final Described DESCRIBED = Described.by(DESCRIPTION);

    static Stream<String> shown() {
        return SCHEMAS.keySet().stream()
                .filter(name -> SCHEMAS.getAsJsonObject(name).has("examples"));
    }

    @ParameterizedTest
    @MethodSource("shown")
    void whatASchemaShowsIsValidByIt(String name) {
        for (JsonElement example : examples(name)) {
            assertEquals(
                    List.of(),
                    DESCRIBED.faults(SCHEMAS.get(name), example),
                    "openapi.json, schemas." + name + ".examples: mend the example, or the schema, which has "
                            + example);
        }
    }

    @Test
    void whatIsNotValidIsFound() {
        for (String wrong : List.of("{}", "{\"sequence\":0}", "{\"sequence\":1,\"more\":1}", "{\"sequence\":\"1\"}")) {
            assertFalse(
                    DESCRIBED
                            .faults(SCHEMAS.get("Expectation"), JsonParser.parseString(wrong))
                            .isEmpty(),
                    wrong);
        }
        assertFalse(DESCRIBED
                .faults(JsonParser.parseString("{\"$ref\":\"#/components/schemas/Hash\"}"), new JsonPrimitive("x"))
                .isEmpty());
    }

    @Test
    void theReceiptsThatAreShownAreWhole() {
        for (JsonElement receipt : examples("Receipt")) {
            assertEquals(receipt, JsonParser.parseString(ReceiptText.write(ReceiptText.parse(receipt.toString()))));
        }
        for (JsonElement receipt : examples("ConsignmentReceipt")) {
            assertEquals(
                    receipt, JsonParser.parseString(ConsignmentText.write(ConsignmentText.parse(receipt.toString()))));
        }
        for (JsonElement disclosure : examples("Disclosure")) {
            String canonical = CanonicalJson.write(disclosure);
            assertEquals(canonical, DisclosureText.write(DisclosureText.parse(canonical)));
        }
    }

    @Test
    void theProposalsThatAreShownCanBeMade() {
        for (JsonElement proposal : examples("Proposal")) {
            assertEquals(
                    proposal,
                    JsonParser.parseString(
                            Proposal.parse(CanonicalJson.write(proposal)).write()));
        }
    }

    @Test
    void theIdsThatAreShownAreThoseOfWhatIsShown() {
        assertEquals(
                first("DocumentId"),
                DocumentId.of(
                                new MspId(first("Issuer")),
                                new TypeCode(first("Type")),
                                DocumentNumber.parse(first("Number")).digest())
                        .hex());
        JsonObject draw = examples("NewWriteOff").get(0).getAsJsonObject();
        assertEquals(
                first("DrawId"),
                DrawId.of(
                                new MspId(first("Issuer")),
                                DeclarationCommitment.of(DocumentNumber.parse(
                                        draw.get("declaration").getAsString())),
                                draw.get("line").getAsLong())
                        .hex());
        assertEquals(
                first("ProposalId"),
                Proposal.parse(CanonicalJson.write(examples("Proposal").get(0)))
                        .id()
                        .hex());
    }

    private static String first(String schema) {
        return examples(schema).get(0).getAsString();
    }

    private static List<JsonElement> examples(String schema) {
        return SCHEMAS.getAsJsonObject(schema).getAsJsonArray("examples").asList();
    }

    private static JsonObject description() {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(ApiDescription.class.getResourceAsStream("openapi.json")),
                StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(reader).getAsJsonObject();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
