package uz.muhr.protocol.disclosure;

import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.commitment.CommitmentKind;
import uz.muhr.protocol.commitment.FieldsRoot;
import uz.muhr.protocol.hash.Hex32;
import uz.muhr.protocol.identifier.DocumentId;

/**
 * Chosen fields of a document, and what it takes to see that they are its fields. There is none that does not hold: it comes
 * to its commitment, or it is refused. Whether that stands on the ledger is another question.
 *
 * @param commitment what the document was anchored under
 * @param file the salted hash of the whole file, 64 digits
 * @param count how many fields the document has
 * @param shown by their place among all fields, sorted by path
 * @param hidden what stands for the others, from left to right
 */
public record Disclosure(
        DocumentId document,
        Commitment commitment,
        String file,
        int count,
        SortedMap<Integer, SaltedField> shown,
        List<String> hidden) {

    /**
     * Refuses what does not hold.
     *
     * @throws uz.muhr.protocol.refusal.Refusal MALFORMED_ARGUMENT, naming the {@link DisclosureRule}
     */
    public Disclosure {
        shown = Collections.unmodifiableSortedMap(new TreeMap<>(shown));
        hidden = List.copyOf(hidden);
        hidden.forEach(hash -> Hex32.check("A hash of hidden fields", hash));
        DisclosureRule.INDEX_IN_RANGE.require(
                !shown.isEmpty() && shown.firstKey() >= 0 && shown.lastKey() < count,
                "it shows no field, or one beyond the " + count + " that the document has");
        List<Field> fields = shown.values().stream().map(SaltedField::field).toList();
        checkOrder(fields);
        checkHolders(fields);
        DisclosureRule.COMMITMENT_REACHED.require(
                commitment.equals(reached(file, count, shown, hidden)),
                "its fields and hashes do not come to its commitment");
    }

    private static void checkOrder(List<Field> fields) {
        for (int i = 1; i < fields.size(); i++) {
            DisclosureRule.FIELD_ORDER.require(
                    fields.get(i - 1).path().compareTo(fields.get(i).path()) < 0,
                    "its fields are not in the order of their paths, each once");
        }
    }

    private static void checkHolders(List<Field> fields) {
        Map<FieldPath, Field> byPath = new HashMap<>();
        fields.forEach(field -> byPath.put(field.path(), field));
        for (Field field : fields) {
            Optional<FieldPath> holder = field.path().holder();
            DisclosureRule.FIELD_HOLDER.require(
                    holder.isEmpty() || isHeld(byPath.get(holder.get()), field),
                    "what holds one of its fields is not shown, or cannot hold it");
        }
    }

    private static boolean isHeld(@Nullable Field holder, Field field) {
        return holder != null && holder.canHold(field);
    }

    private static Commitment reached(
            String file, int count, SortedMap<Integer, SaltedField> shown, List<String> hidden) {
        SortedMap<Integer, byte[]> leaves = new TreeMap<>();
        shown.forEach((index, field) -> leaves.put(index, field.leaf()));
        byte[] root =
                Merkle.root(count, leaves, hidden.stream().map(Hex32::bytes).toList());
        return Commitment.fields(
                new Commitment(CommitmentKind.SALTED, file),
                new FieldsRoot(count, HexFormat.of().formatHex(root)));
    }
}
