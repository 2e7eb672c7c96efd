package uz.muhr.protocol.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uz.muhr.protocol.Refusals.assertMalformed;
import static uz.muhr.protocol.Refusals.assertRefused;
import static uz.muhr.protocol.disclosure.SampleFields.DOCUMENT;
import static uz.muhr.protocol.disclosure.SampleFields.SALT;
import static uz.muhr.protocol.disclosure.SampleFields.WHOLE;
import static uz.muhr.protocol.disclosure.SampleFields.all;
import static uz.muhr.protocol.disclosure.SampleFields.disclose;
import static uz.muhr.protocol.disclosure.SampleFields.field;
import static uz.muhr.protocol.disclosure.SampleFields.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.Golden;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.commitment.Salt;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** Starts from a disclosure that holds and breaks one thing. */
final class DisclosureTest {
    private static final Disclosure GIVEN = disclose("/goods/0/weight");

    @Test
    void theTextIsTheGoldenFileThatAnotherImplementationMade() {
        assertEquals(Golden.text("disclosure"), DisclosureText.write(GIVEN));
        assertEquals(GIVEN, DisclosureText.parse(Golden.text("disclosure")));
    }

    @Test
    void everyChoiceOfFieldsComesToTheCommitmentOfTheDocument() {
        Commitment anchored = Commitment.fields(WHOLE, tree().root());
        List<Field> fields = all();
        for (int choice = 1; choice < 1 << fields.size(); choice++) {
            List<FieldPath> paths = new ArrayList<>();
            for (int i = 0; i < fields.size(); i++) {
                if ((choice >> i & 1) == 1) {
                    paths.add(fields.get(i).path());
                }
            }
            Disclosure read = DisclosureText.parse(DisclosureText.write(tree().disclose(DOCUMENT, WHOLE, paths)));
            assertEquals(anchored, read.commitment());
        }
    }

    @Test
    void nothingOfAHiddenFieldStandsInTheText() {
        String text = DisclosureText.write(GIVEN);
        for (Field field : all()) {
            boolean shown = GIVEN.shown().values().stream()
                    .anyMatch(each -> each.field().equals(field));
            assertEquals(
                    shown,
                    text.contains("\"" + field.path().pointer() + "\""),
                    field.path().pointer());
        }
        assertFalse(text.contains(SALT.hex()));
        assertFalse(text.contains(SampleFields.VECTORS.get("fingerprint").getAsString()));
    }

    @Test
    void aShownFieldWithAnotherValuePathTypeOrSaltDoesNotHold() {
        Salt own = Objects.requireNonNull(GIVEN.shown().get(GIVEN.shown().lastKey()))
                .salt();
        broken("COMMITMENT_REACHED", weight(field("/goods/0/weight", FieldType.NUMBER, "1.5"), own));
        broken("COMMITMENT_REACHED", weight(field("/goods/0/weigh", FieldType.NUMBER, "1.50"), own));
        broken("FIELD_HOLDER", weight(field("/goods/1/weight", FieldType.NUMBER, "1.50"), own));
        broken("COMMITMENT_REACHED", weight(field("/goods/0/weight", FieldType.STRING, "1.50"), own));
        broken(
                "COMMITMENT_REACHED",
                weight(field("/goods/0/weight", FieldType.NUMBER, "1.50"), new Salt(Samples.sha256("other"))));
    }

    @Test
    void aFieldMovedToAnotherPlaceDoesNotHold() {
        int last = GIVEN.shown().lastKey();
        SortedMap<Integer, SaltedField> moved = new TreeMap<>(GIVEN.shown());
        moved.put(last + 1, moved.remove(last));
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, "does not hold", () -> with(moved, GIVEN.hidden()));
    }

    @Test
    void aFieldDroppedAddedOrRepeatedDoesNotHold() {
        SortedMap<Integer, SaltedField> dropped = new TreeMap<>(GIVEN.shown());
        dropped.remove(dropped.lastKey());
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, "HIDDEN_MISSING", () -> with(dropped, GIVEN.hidden()));
        SortedMap<Integer, SaltedField> added = new TreeMap<>(GIVEN.shown());
        added.put(9, new SaltedField(field("/zzz", FieldType.STRING, "made up"), SALT));
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, "does not hold", () -> with(added, GIVEN.hidden()));
        SortedMap<Integer, SaltedField> repeated = new TreeMap<>(GIVEN.shown());
        repeated.put(9, GIVEN.shown().get(GIVEN.shown().lastKey()));
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, "FIELD_ORDER", () -> with(repeated, GIVEN.hidden()));
    }

    @Test
    void fieldsOutOfOrderDoNotHold() {
        SortedMap<Integer, SaltedField> swapped = new TreeMap<>(GIVEN.shown());
        int last = swapped.lastKey();
        SaltedField weight = swapped.get(last);
        int before = swapped.headMap(last).lastKey();
        swapped.put(last, GIVEN.shown().get(before));
        swapped.put(before, weight);
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, "FIELD_ORDER", () -> with(swapped, GIVEN.hidden()));
    }

    @Test
    void aFieldWhoseHolderIsHiddenOrCannotHoldItDoesNotHold() {
        SortedMap<Integer, SaltedField> orphan = new TreeMap<>(GIVEN.shown());
        orphan.remove(orphan.firstKey());
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, "FIELD_HOLDER", () -> with(orphan, GIVEN.hidden()));
        for (Field holder : List.of(
                field("/goods", FieldType.STRING, "two"),
                field("/goods", FieldType.ARRAY, "0"),
                field("/goods", FieldType.ELEMENT, ""))) {
            FieldTree tree = FieldTree.of(
                    all().stream()
                            .map(each -> each.path().equals(holder.path()) ? holder : each)
                            .toList(),
                    SALT);
            assertRefused(
                    ErrorCode.MALFORMED_ARGUMENT,
                    "FIELD_HOLDER",
                    () -> tree.disclose(DOCUMENT, WHOLE, List.of(new FieldPath("/goods/0/weight"))));
        }
    }

    @Test
    void anotherNumberOfFieldsDoesNotHold() {
        for (int count = -1; count < 40; count++) {
            int other = count;
            if (count != GIVEN.count()) {
                assertRefused(ErrorCode.MALFORMED_ARGUMENT, () -> {
                    new Disclosure(DOCUMENT, GIVEN.commitment(), GIVEN.file(), other, GIVEN.shown(), GIVEN.hidden());
                });
            }
        }
        assertRefused(
                ErrorCode.MALFORMED_ARGUMENT,
                "INDEX_IN_RANGE",
                () -> new Disclosure(DOCUMENT, GIVEN.commitment(), GIVEN.file(), 3, GIVEN.shown(), GIVEN.hidden()));
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, "INDEX_IN_RANGE", () -> with(new TreeMap<>(), GIVEN.hidden()));
    }

    @Test
    void aFieldBeforeTheFirstPlaceDoesNotHold() {
        SortedMap<Integer, SaltedField> before = new TreeMap<>(GIVEN.shown());
        before.put(-1, before.get(0));
        before.remove(0);
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, "INDEX_IN_RANGE", () -> with(before, GIVEN.hidden()));
    }

    @Test
    void anyHiddenHashChangedMovedDroppedOrAddedDoesNotHold() {
        for (int i = 0; i < GIVEN.hidden().size(); i++) {
            List<String> changed = new ArrayList<>(GIVEN.hidden());
            changed.set(i, Samples.sha256("other"));
            assertRefused(ErrorCode.MALFORMED_ARGUMENT, "COMMITMENT_REACHED", () -> with(GIVEN.shown(), changed));
            List<String> dropped = new ArrayList<>(GIVEN.hidden());
            dropped.remove(i);
            assertRefused(ErrorCode.MALFORMED_ARGUMENT, "HIDDEN_MISSING", () -> with(GIVEN.shown(), dropped));
            List<String> added = new ArrayList<>(GIVEN.hidden());
            added.add(i, Samples.sha256("other"));
            assertRefused(ErrorCode.MALFORMED_ARGUMENT, "HIDDEN_SURPLUS", () -> with(GIVEN.shown(), added));
        }
    }

    @Test
    void theHashOfTheFileCountsToo() {
        assertRefused(
                ErrorCode.MALFORMED_ARGUMENT,
                "COMMITMENT_REACHED",
                () -> new Disclosure(
                        DOCUMENT,
                        GIVEN.commitment(),
                        Samples.sha256("another file"),
                        GIVEN.count(),
                        GIVEN.shown(),
                        GIVEN.hidden()));
    }

    @Test
    void fieldsOfTwoDocumentsDoNotMix() {
        Salt otherSalt = new Salt(Samples.sha256("another document"));
        Disclosure other =
                FieldTree.of(all(), otherSalt).disclose(DOCUMENT, WHOLE, List.of(new FieldPath("/goods/0/weight")));
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, "COMMITMENT_REACHED", () -> with(other.shown(), GIVEN.hidden()));
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, "COMMITMENT_REACHED", () -> with(GIVEN.shown(), other.hidden()));
        for (int index : GIVEN.shown().keySet()) {
            SortedMap<Integer, SaltedField> mixed = new TreeMap<>(GIVEN.shown());
            mixed.put(index, other.shown().get(index));
            assertRefused(ErrorCode.MALFORMED_ARGUMENT, "COMMITMENT_REACHED", () -> with(mixed, GIVEN.hidden()));
        }
    }

    @Test
    void anInnerNodeDoesNotPassForAField() {
        Disclosure all = disclose("");
        assertTrue(all.hidden().isEmpty());
        assertRefused(
                ErrorCode.MALFORMED_ARGUMENT,
                "HIDDEN_SURPLUS",
                () -> with(all.shown(), List.of(tree().root().hex())));
    }

    @Test
    void aTextWithAnyCharacterChangedIsRefusedOrNamesAnotherDocumentAlone() {
        String text = Golden.text("disclosure");
        Random random = new Random(7);
        for (int i = 0; i < text.length(); i++) {
            char other = (char) (' ' + random.nextInt(95));
            String changed = text.substring(0, i) + other + text.substring(i + 1);
            try {
                assertEquals(GIVEN.shown(), DisclosureText.parse(changed).shown());
                assertEquals(GIVEN.commitment(), DisclosureText.parse(changed).commitment());
            } catch (Refusal refusal) {
                assertTrue(refusal.sentence().endsWith("."), refusal.sentence());
            }
            String cut = text.substring(0, i);
            assertMalformed(() -> DisclosureText.parse(cut));
        }
    }

    @Test
    void aTextInAnotherFormIsRefused() {
        refusesText(text -> text + " ", "canonical");
        refusesText(text -> text.replace("\"format\":1", "\"format\":2"), "format 2");
        refusesText(text -> text.replace("disclosure+json", "disclosure+jsom"), "media");
        refusesText(text -> text.replace("{\"commitment\"", "{\"a\":\"\",\"commitment\""), "unknown member");
        refusesText(text -> text.replace("\"count\":10", "\"count\":4294967306"), "INDEX_IN_RANGE");
        refusesText(text -> text.replace("\"index\":0", "\"index\":-1"), "FIELD_ORDER");
        refusesText(text -> text.replace("\"index\":0", "\"index\":9"), "FIELD_ORDER");
        refusesText(text -> text.replace("\"hidden\":[", "\"hidden\":[7,"), "text");
        refusesText(text -> text.replace("\"hidden\":[\"", "\"hidden\":[\"zz"), "hash of hidden fields");
        refusesText(text -> text.replace("\"path\"", "\"more\":\"\",\"path\""), "unknown member");
    }

    private static void refusesText(UnaryOperator<String> change, String says) {
        assertRefused(
                ErrorCode.MALFORMED_ARGUMENT,
                says,
                () -> DisclosureText.parse(change.apply(Golden.text("disclosure"))));
    }

    private static SortedMap<Integer, SaltedField> weight(Field field, Salt salt) {
        SortedMap<Integer, SaltedField> changed = new TreeMap<>(GIVEN.shown());
        int last = changed.lastKey();
        changed.put(last, new SaltedField(field, salt));
        return changed;
    }

    private static void broken(String rule, SortedMap<Integer, SaltedField> shown) {
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, rule, () -> with(shown, GIVEN.hidden()));
    }

    private static Disclosure with(SortedMap<Integer, SaltedField> shown, List<String> hidden) {
        return new Disclosure(DOCUMENT, GIVEN.commitment(), GIVEN.file(), GIVEN.count(), shown, hidden);
    }
}
