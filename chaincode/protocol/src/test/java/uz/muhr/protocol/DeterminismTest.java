package uz.muhr.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TimeZone;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uz.muhr.protocol.anchoring.AnchorItem;
import uz.muhr.protocol.anchoring.AnchorList;
import uz.muhr.protocol.anchoring.AnchorOutcome;
import uz.muhr.protocol.anchoring.Anchoring;
import uz.muhr.protocol.authority.AuthorityRecord;
import uz.muhr.protocol.authority.Establishment;
import uz.muhr.protocol.authority.MemberOrganisations;
import uz.muhr.protocol.commitment.CommitmentKind;
import uz.muhr.protocol.freight.ContainerNumber;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.RecordText;
import uz.muhr.protocol.record.RevocationReason;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.seal.BreakReason;
import uz.muhr.protocol.seal.SealAct;
import uz.muhr.protocol.verdict.Question;
import uz.muhr.protocol.verdict.Report;

/** Endorsers have to give the same bytes, whatever their machines' language, time zone or order of maps. */
final class DeterminismTest {
    private static final Locale LOCALE = Locale.getDefault();
    private static final TimeZone ZONE = TimeZone.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(LOCALE);
        TimeZone.setDefault(ZONE);
    }

    @ParameterizedTest
    @CsvSource({
        "tr-TR, Asia/Tashkent",
        "ar-EG-u-nu-arab, Africa/Cairo",
        "uz-Cyrl-UZ, Asia/Samarkand",
        "fa-IR-u-ca-persian, Asia/Tehran",
        "th-TH-u-ca-buddhist-nu-thai, Asia/Bangkok",
        "ja-JP-u-ca-japanese, Pacific/Kiritimati",
        "hi-IN-u-nu-deva, Asia/Kathmandu",
        "az-AZ, Pacific/Pago_Pago",
    })
    void anotherLanguageAndTimeZoneGivesTheSameBytes(String language, String zone) {
        List<String> here = everyText();
        Locale.setDefault(Locale.forLanguageTag(language));
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        assertEquals(here, everyText());
    }

    @Test
    void theOrderOfMapsAndSetsDoesNotMatter() {
        long seed = 4242;
        Random random = new Random(seed);
        List<AnchorItem> items = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            items.add(Samples.item(new TypeCode(Integer.toString(1 + i % 4)), "N" + i % 30, Samples.OPEN));
        }
        AnchorList list = new AnchorList(items);
        List<String> expected = decide(list, random);
        for (int i = 0; i < 50; i++) {
            assertEquals(expected, decide(list, random), "seed " + seed + ", try " + i);
        }
    }

    @Test
    void theOrderInWhichMembersWerePutDoesNotMatter() {
        Random random = new Random(99);
        JsonObject record = RecordText.json(SampleRecord.revoked());
        for (int i = 0; i < 50; i++) {
            List<String> names = new ArrayList<>(record.keySet());
            Collections.shuffle(names, random);
            JsonObject shuffled = new JsonObject();
            names.forEach(name -> shuffled.add(name, record.get(name)));
            assertEquals(Golden.text("record-revoked"), CanonicalJson.write(shuffled));
        }
    }

    private static List<String> decide(AnchorList list, Random random) {
        Map<TypeCode, AuthorityRecord> authorities = new LinkedHashMap<>();
        for (int type : shuffled(List.of(1, 2, 3), random)) {
            TypeCode code = new TypeCode(Integer.toString(type));
            authorities.put(code, Samples.authority(code, Samples.from(Samples.AUTHORITY_BEGINS)));
        }
        List<DocumentId> known = list.items().subList(0, 5).stream()
                .map(item -> item.documentId(Samples.CHAMBER))
                .toList();
        Anchoring anchoring =
                Anchoring.decide(list, Samples.anchoring(), authorities, new LinkedHashSet<>(shuffled(known, random)));
        List<String> texts = new ArrayList<>(List.of(AnchorOutcome.write(anchoring.outcomes())));
        anchoring.records().forEach((id, record) -> texts.add(id + RecordText.write(record)));
        return texts;
    }

    private static <T> List<T> shuffled(List<T> values, Random random) {
        List<T> shuffled = new ArrayList<>(values);
        Collections.shuffle(shuffled, random);
        return shuffled;
    }

    private static List<String> everyText() {
        DocumentRecord limited = SampleRecord.first()
                .commitment(Samples.SALTED)
                .validity(Samples.SUMMER)
                .build();
        List<String> texts = new ArrayList<>(List.of(
                RecordText.write(limited),
                RecordText.write(limited.revoke(1, RevocationReason.PRIVILEGE_WITHDRAWN, Samples.revoking())),
                RecordText.hash(limited).hex(),
                Samples.interruptedAuthority().write(),
                MemberOrganisations.first(List.of(new MspId("IMSP"), new MspId("iMSP")))
                        .write(),
                new Question(Optional.of(Samples.SALTED), Optional.empty(), Optional.of(Samples.ASKED_AT)).write(),
                Report.parse(Golden.text("report-expired")).write(),
                Voyage.begun()
                        .handedOverTo(SampleSeals.RAILWAY)
                        .accepted()
                        .read("ıİ", true)
                        .record()
                        .write(),
                SampleSeals.SECRET.event("ıİ").hex(),
                SampleSeals.affixed().linked().write(),
                DocumentNumber.parse("iıİI-ﬁ ß 1").value(),
                DocumentNumber.parse("iıİI-ﬁ ß 1").digest().hex(),
                CommitmentKind.parse("salted").text()));
        for (Supplier<?> refused : List.<Supplier<?>>of(
                () -> DocumentNumber.parse("УZ1"),
                () -> DocumentNumber.parse("1\u202E"),
                () -> DocumentNumber.parse("x".repeat(71)),
                () -> new TypeCode("471"),
                () -> StrictJson.parse("The text", "1.5"),
                () -> Establishment.parse("{}"),
                () -> RevocationReason.parse("I"),
                () -> ContainerNumber.parse("iııi 1234567"),
                () -> Voyage.begun().byHolder(new SealAct.Break(BreakReason.INSPECTION)),
                () -> limited.revoke(12_345, RevocationReason.UNSPECIFIED, Samples.revoking()))) {
            texts.add(refusal(refused));
        }
        return texts;
    }

    private static String refusal(Supplier<?> attempt) {
        try {
            return "not refused: " + attempt.get();
        } catch (Refusal refusal) {
            return refusal.code() + ": " + refusal.sentence();
        }
    }
}
