package uz.muhr.protocol.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uz.muhr.protocol.Refusals.assertRefused;
import static uz.muhr.protocol.disclosure.SampleFields.SALT;
import static uz.muhr.protocol.disclosure.SampleFields.VECTORS;
import static uz.muhr.protocol.disclosure.SampleFields.WHOLE;
import static uz.muhr.protocol.disclosure.SampleFields.all;
import static uz.muhr.protocol.disclosure.SampleFields.field;
import static uz.muhr.protocol.disclosure.SampleFields.tree;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.commitment.FieldsRoot;
import uz.muhr.protocol.commitment.Salt;
import uz.muhr.protocol.refusal.ErrorCode;

final class FieldTreeTest {
    @Test
    void rootSaltsAndCommitmentAgreeWithAnotherImplementation() {
        assertEquals(VECTORS.get("root").getAsString(), tree().root().hex());
        assertEquals(10, tree().root().count());
        assertEquals(
                VECTORS.get("commitment").getAsString(),
                Commitment.fields(WHOLE, tree().root()).hex());
        List<String> salts = SampleFields.disclose("").shown().values().stream()
                .map(shown -> shown.salt().hex())
                .toList();
        assertEquals(
                VECTORS.getAsJsonArray("salts").asList().stream()
                        .map(salt -> salt.getAsString())
                        .toList(),
                salts);
    }

    @Test
    void theOrderInWhichFieldsAreGivenDoesNotMatter() {
        List<Field> shuffled = new ArrayList<>(all());
        for (int seed = 0; seed < 20; seed++) {
            Collections.shuffle(shuffled, new Random(seed));
            assertEquals(tree().root(), FieldTree.of(shuffled, SALT).root());
        }
    }

    @Test
    void anyFieldChangedDroppedOrAddedMakesAnotherRoot() {
        Set<String> roots = new HashSet<>(Set.of(tree().root().hex()));
        int changes = 0;
        for (int i = 0; i < all().size(); i++) {
            Field field = all().get(i);
            for (Field other : List.of(
                    new Field(field.path(), field.type(), field.type() == FieldType.NUMBER ? "1.5" : field.value()),
                    new Field(field.path().then("x"), field.type(), field.value()),
                    new Field(field.path(), FieldType.TEXT, field.value() + "x"))) {
                if (!other.equals(field)) {
                    List<Field> changed = new ArrayList<>(all());
                    changed.set(i, other);
                    roots.add(FieldTree.of(changed, SALT).root().hex());
                    changes++;
                }
            }
            List<Field> fewer = new ArrayList<>(all());
            fewer.remove(i);
            roots.add(FieldTree.of(fewer, SALT).root().hex());
            changes++;
        }
        List<Field> more = new ArrayList<>(all());
        more.add(field("/more", FieldType.NULL, ""));
        roots.add(FieldTree.of(more, SALT).root().hex());
        assertEquals(changes + 2, roots.size());
    }

    @Test
    void aLetterMovedOverABorderMakesAnotherLeaf() {
        assertNotEquals(
                FieldTree.of(List.of(field("/a", FieldType.STRING, "bc")), SALT).root(),
                FieldTree.of(List.of(field("/ab", FieldType.STRING, "c")), SALT).root());
        Salt salt = new Salt(Samples.sha256("a salt"));
        Set<String> leaves = new HashSet<>();
        leaves.add(hex(new SaltedField(field("/a", FieldType.STRING, "bc"), salt)));
        leaves.add(hex(new SaltedField(field("/ab", FieldType.STRING, "c"), salt)));
        leaves.add(hex(new SaltedField(field("/a", FieldType.TEXT, "bc"), salt)));
        leaves.add(hex(new SaltedField(field("/a", FieldType.STRING, "bc"), new Salt(Samples.sha256("other")))));
        assertEquals(4, leaves.size());
    }

    @Test
    void everyFieldHasASaltOfItsOwnThatChangesWithTheDocuments() {
        Set<String> salts = new HashSet<>();
        for (String salt : List.of("one", "two")) {
            FieldTree.of(all(), new Salt(Samples.sha256(salt)))
                    .disclose(SampleFields.DOCUMENT, WHOLE, List.of(FieldPath.ROOT))
                    .shown()
                    .values()
                    .forEach(shown -> salts.add(shown.salt().hex()));
        }
        assertEquals(2 * all().size(), salts.size());
        assertFalse(salts.contains(SALT.hex()));
    }

    @Test
    void twoFieldsOfOnePathAreRefused() {
        List<Field> fields = new ArrayList<>(all());
        fields.add(field("/note", FieldType.STRING, "another"));
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, "/note\" twice", () -> FieldTree.of(fields, SALT));
    }

    @Test
    void noFieldsAndTooManyAreRefused() {
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, "from 1 to 16384", () -> new FieldsRoot(0, "ab".repeat(32)));
        assertEquals(
                16_384, FieldTree.of(SampleFields.wide(16_383), SALT).root().count());
        assertRefused(
                ErrorCode.MALFORMED_ARGUMENT, "at most 16384", () -> FieldTree.of(SampleFields.wide(16_384), SALT));
    }

    @Test
    void aPathOfNoFieldIsRefused() {
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, "no field \"/goods/2\"", () -> SampleFields.disclose("/goods/2"));
    }

    @Test
    void withAFieldGoesAllThatStandsInItAndWhateverHoldsItAndNothingElse() {
        assertEquals(List.of("", "/exporter", "/exporter/name"), paths(SampleFields.disclose("/exporter")));
        assertEquals(
                List.of("", "/goods", "/goods/0", "/goods/0/weight"), paths(SampleFields.disclose("/goods/0/weight")));
        assertEquals(List.of("", "/note"), paths(SampleFields.disclose("/note")));
        assertEquals(10, SampleFields.disclose("").shown().size());
    }

    @Test
    void tenThousandFieldsAreDisclosedAndReadInTime() {
        assertTimeout(Duration.ofSeconds(20), () -> {
            FieldTree tree = FieldTree.of(SampleFields.wide(10_000), SALT);
            List<FieldPath> odd = new ArrayList<>();
            for (int i = 1; i < 10_000; i += 2) {
                odd.add(new FieldPath("/m" + i));
            }
            Disclosure half = tree.disclose(SampleFields.DOCUMENT, WHOLE, odd);
            assertEquals(half, DisclosureText.parse(DisclosureText.write(half)));
            Disclosure one = tree.disclose(SampleFields.DOCUMENT, WHOLE, odd.subList(0, 1));
            assertTrue(one.hidden().size() < 30, () -> one.hidden().size() + " hashes");
        });
    }

    private static String hex(SaltedField field) {
        return HexFormat.of().formatHex(field.leaf());
    }

    private static List<String> paths(Disclosure disclosure) {
        return disclosure.shown().values().stream()
                .map(shown -> shown.field().path().pointer())
                .toList();
    }
}
