package uz.muhr.client.web.description;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import uz.muhr.client.access.Role;
import uz.muhr.client.authority.AuthorityView;
import uz.muhr.client.authority.CertificateView;
import uz.muhr.client.authority.MembersView;
import uz.muhr.client.authority.ProposalView;
import uz.muhr.client.commitment.Receipt;
import uz.muhr.client.commitment.ReceiptText;
import uz.muhr.client.commitment.Receipts;
import uz.muhr.client.consignment.ConsignmentText;
import uz.muhr.client.consignment.Voyage;
import uz.muhr.client.disclosure.DisclosedAnswer;
import uz.muhr.client.disclosure.DisclosureView;
import uz.muhr.client.document.Fact;
import uz.muhr.client.document.FileKind;
import uz.muhr.client.document.Suggestion;
import uz.muhr.client.proof.ProofView;
import uz.muhr.client.proof.TrustView;
import uz.muhr.client.register.EventView;
import uz.muhr.client.register.FoundSeals;
import uz.muhr.client.register.RegisterView;
import uz.muhr.client.report.Language;
import uz.muhr.client.tally.Kind;
import uz.muhr.client.tally.TallyView;
import uz.muhr.client.verification.AnswerView;
import uz.muhr.client.verification.DrawView;
import uz.muhr.client.verification.HoldsView;
import uz.muhr.client.verification.RecordView;
import uz.muhr.client.voyage.Conditions;
import uz.muhr.client.voyage.ConsignmentView;
import uz.muhr.client.voyage.Imported;
import uz.muhr.client.voyage.SealEventView;
import uz.muhr.client.voyage.SealView;
import uz.muhr.client.web.api.AccountView;
import uz.muhr.client.web.api.KeyView;
import uz.muhr.client.web.api.SealStandView;
import uz.muhr.client.web.api.SessionView;
import uz.muhr.client.web.api.SubmissionView;
import uz.muhr.client.web.api.SuggestionView;
import uz.muhr.client.web.api.WebhookView;
import uz.muhr.client.web.problem.Problem;
import uz.muhr.client.witness.ProofAnswer;
import uz.muhr.client.witness.StampView;
import uz.muhr.proof.check.Check;
import uz.muhr.proof.witness.WitnessCheck;
import uz.muhr.protocol.commitment.CommitmentKind;
import uz.muhr.protocol.disclosure.FieldType;
import uz.muhr.protocol.freight.SealCondition;
import uz.muhr.protocol.integrity.SealReason;
import uz.muhr.protocol.integrity.SealVerdict;
import uz.muhr.protocol.record.DocumentStatus;
import uz.muhr.protocol.record.RevocationReason;
import uz.muhr.protocol.seal.BreakReason;
import uz.muhr.protocol.seal.SealOperation;
import uz.muhr.protocol.seal.SealParty;
import uz.muhr.protocol.seal.SealState;
import uz.muhr.protocol.verdict.Indication;
import uz.muhr.protocol.verdict.Reason;
import uz.muhr.protocol.verdict.Verdict;

/** The schemas are written by hand, so that they say more than names; these tests keep them true. */
class ApiDescriptionTest {
    private final JsonObject schemas = schemas();

    @Test
    void answersAreDescribedMemberByMember() {
        Map<String, Class<?>> views = Map.ofEntries(
                Map.entry("Answer", AnswerView.class),
                Map.entry("Reason", AnswerView.ReasonView.class),
                Map.entry("JudgedRecord", AnswerView.JudgedRecordView.class),
                Map.entry("Record", RecordView.class),
                Map.entry("Change", RecordView.ChangeView.class),
                Map.entry("WriteOff", DrawView.class),
                Map.entry("Holds", HoldsView.class),
                Map.entry("Authority", AuthorityView.class),
                Map.entry("Members", MembersView.class),
                Map.entry("DistrustedCertificate", CertificateView.class),
                Map.entry("ProposalRecord", ProposalView.class),
                Map.entry("RegisterState", RegisterView.AsOf.class),
                Map.entry("RegisterPage", RegisterView.Page.class),
                Map.entry("RegisterDocument", RegisterView.Found.class),
                Map.entry("RegisterCounts", RegisterView.Counts.class),
                Map.entry("RegisterCount", RegisterView.Count.class),
                Map.entry("Submission", SubmissionView.class),
                Map.entry("Event", EventView.class),
                Map.entry("EventData", EventView.Data.class),
                Map.entry("Webhook", WebhookView.class),
                Map.entry("SealEventData", EventView.SealData.class),
                Map.entry("RegisterSeals", FoundSeals.Page.class),
                Map.entry("RegisterSeal", FoundSeals.Found.class),
                Map.entry("Consignment", ConsignmentView.class),
                Map.entry("ConsignmentContainer", ConsignmentView.ContainerView.class),
                Map.entry("ConsignmentPaper", ConsignmentView.DocumentView.class),
                Map.entry("Seal", SealView.class),
                Map.entry("SealCustody", SealView.CustodyView.class),
                Map.entry("SealReadingsSum", SealView.ReadingsView.class),
                Map.entry("SealEvent", SealEventView.class),
                Map.entry("SealStand", SealStandView.class),
                Map.entry("Imported", Imported.class),
                Map.entry("EventFault", Imported.FaultView.class),
                Map.entry("Session", SessionView.class),
                Map.entry("Account", AccountView.class),
                Map.entry("Key", KeyView.class),
                Map.entry("Suggestion", SuggestionView.class),
                Map.entry("SuggestedFact", SuggestionView.FactView.class),
                Map.entry("Tallies", TallyView.class),
                Map.entry("Tally", TallyView.TallyOfADay.class),
                Map.entry("DisclosedAnswer", DisclosedAnswer.class),
                Map.entry("DisclosedFields", DisclosureView.class),
                Map.entry("DisclosedField", DisclosureView.FieldView.class),
                Map.entry("ProofAnswer", ProofAnswer.class),
                Map.entry("TimeStamps", StampView.class),
                Map.entry("TimeStamp", StampView.OneStamp.class),
                Map.entry("Trust", TrustView.class),
                Map.entry("Proof", ProofView.class),
                Map.entry("ProofVersion", ProofView.VersionView.class),
                Map.entry("ProofCheck", ProofView.CheckView.class),
                Map.entry("Problem", Problem.class));
        views.forEach((name, view) -> {
            assertEquals(
                    components(view).map(RecordComponent::getName).collect(toSet()),
                    schemas.getAsJsonObject(name).getAsJsonObject("properties").keySet(),
                    name);
            assertEquals(
                    components(view)
                            .filter(component -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
                            .map(RecordComponent::getName)
                            .collect(toSet()),
                    texts(schemas.getAsJsonObject(name).getAsJsonArray("required")),
                    name);
        });
    }

    @Test
    void aReceiptIsDescribedAsItIsWritten() {
        JsonObject described = schemas.getAsJsonObject("Receipt").getAsJsonObject("properties");
        Set<String> written = new HashSet<>();
        for (Receipt receipt : List.of(Receipts.anchored(), Receipts.fields(), Receipts.attested())) {
            written.addAll(JsonParser.parseString(ReceiptText.write(receipt))
                    .getAsJsonObject()
                    .keySet());
        }
        assertEquals(written, described.keySet());
        JsonObject least =
                JsonParser.parseString(ReceiptText.write(Receipts.open())).getAsJsonObject();
        assertEquals(least.keySet(), texts(schemas.getAsJsonObject("Receipt").getAsJsonArray("required")));
    }

    @Test
    void aConsignmentsReceiptIsDescribedAsItIsWritten() {
        JsonObject written =
                JsonParser.parseString(ConsignmentText.write(Voyage.opened())).getAsJsonObject();
        assertEquals(
                written.keySet(),
                schemas.getAsJsonObject("ConsignmentReceipt")
                        .getAsJsonObject("properties")
                        .keySet());
        for (var list :
                Map.of("seals", "KnownSeal", "documents", "ConsignmentDocument").entrySet()) {
            assertEquals(
                    written.getAsJsonArray(list.getKey())
                            .get(0)
                            .getAsJsonObject()
                            .keySet(),
                    schemas.getAsJsonObject(list.getValue())
                            .getAsJsonObject("properties")
                            .keySet());
        }
    }

    @Test
    void everyCodeOfContainerSealsIsListed() {
        assertEquals(names(SealVerdict.values()), values("SealVerdict"));
        assertEquals(names(SealReason.values()), values("SealReason", "code"));
        assertEquals(names(SealState.values()), values("SealState"));
        assertEquals(names(SealOperation.values()), values("SealEvent", "operation"));
        assertEquals(names(SealParty.values()), values("SealEvent", "party"));
        assertEquals(
                Arrays.stream(SealCondition.values()).map(Conditions::word).collect(toSet()), values("SealCondition"));
        assertEquals(
                Arrays.stream(BreakReason.values()).map(BreakReason::text).collect(toSet()),
                values("SealActing", "reason"));
    }

    @Test
    void everyCodeIsListed() {
        assertEquals(names(Verdict.values()), values("Verdict"));
        assertEquals(
                Stream.concat(
                                names(Check.values()).stream(),
                                names(WitnessCheck.values()).stream().filter(name -> name.startsWith("TIMESTAMP_")))
                        .collect(toSet()),
                values("ProofCheckName"));
        assertEquals(names(Reason.values()), values("Reason", "code"));
        assertEquals(names(DocumentStatus.values()), values("Record", "status"));
        assertEquals(names(DocumentStatus.values()), values("StoredStatus"));
        assertEquals(names(Role.values()), values("Role"));
        assertEquals(names(FileKind.values()), values("Suggestion", "kind"));
        assertEquals(names(Fact.values()), values("SuggestedFact", "fact"));
        assertEquals(
                Stream.concat(names(Suggestion.Stamping.values()).stream(), Stream.of("NO_PAGE"))
                        .collect(toSet()),
                values("Suggestion", "stamping"));
        assertEquals(names(Kind.values()), values("Tally", "kind"));
        assertEquals(Arrays.stream(Language.values()).map(Language::code).collect(toSet()), values("Language"));
        assertEquals(
                Arrays.stream(Indication.values()).map(Indication::text).collect(toSet()),
                values("Answer", "indication"));
        assertEquals(
                Arrays.stream(RevocationReason.values())
                        .map(RevocationReason::text)
                        .collect(toSet()),
                values("Revocation", "reason"));
        assertEquals(
                Arrays.stream(CommitmentKind.values()).map(CommitmentKind::text).collect(toSet()), values("Kind"));
        assertEquals(Arrays.stream(FieldType.values()).map(FieldType::text).collect(toSet()), values("FieldType"));
    }

    @Test
    void theLibraryReadsAllOfIt() throws IOException {
        OpenAPI read = new ApiDescription().openApi();
        JsonObject again = JsonParser.parseString(Json31.mapper().writeValueAsString(read))
                .getAsJsonObject()
                .getAsJsonObject("components")
                .getAsJsonObject("schemas");
        assertEquals(schemas, again);
    }

    private Set<String> values(String schema) {
        return texts(schemas.getAsJsonObject(schema).getAsJsonArray("enum"));
    }

    private Set<String> values(String schema, String member) {
        return texts(schemas.getAsJsonObject(schema)
                .getAsJsonObject("properties")
                .getAsJsonObject(member)
                .getAsJsonArray("enum"));
    }

    private static Stream<RecordComponent> components(Class<?> view) {
        return Arrays.stream(view.getRecordComponents());
    }

    private static Set<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).collect(toSet());
    }

    private static Set<String> texts(JsonArray list) {
        return list.asList().stream().map(JsonElement::getAsString).collect(toSet());
    }

    private static JsonObject schemas() {
        try (Reader reader = new InputStreamReader(
                Objects.requireNonNull(ApiDescription.class.getResourceAsStream("openapi.json")),
                StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(reader)
                    .getAsJsonObject()
                    .getAsJsonObject("components")
                    .getAsJsonObject("schemas");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
