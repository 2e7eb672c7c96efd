package uz.muhr.protocol.disclosure;

import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.commitment.FieldsRoot;
import uz.muhr.protocol.commitment.Salt;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/**
 * All fields of a document, sorted by path, each under its own salt: HMAC-SHA-256 of its path under the document's salt. So
 * one receipt of 32 random bytes has them all, and a field's salt, once shown, tells nothing of another's.
 */
public final class FieldTree {
    private static final String HMAC = "HmacSHA256";

    private final List<SaltedField> fields;
    private final List<byte[]> leaves;

    private FieldTree(List<SaltedField> fields) {
        this.fields = fields;
        this.leaves = fields.stream().map(SaltedField::leaf).toList();
    }

    /**
     * The tree of a document's fields.
     *
     * @param fields in any order
     * @param salt the document's own, from its receipt
     * @throws Refusal MALFORMED_ARGUMENT when two fields have one path, or there are too many
     */
    public static FieldTree of(Collection<Field> fields, Salt salt) {
        if (fields.size() > FieldsRoot.MOST) {
            throw Refusal.malformed("A document may have at most " + FieldsRoot.MOST
                    + " fields to be anchored by its fields; this one has " + fields.size() + ".");
        }
        List<Field> sorted =
                fields.stream().sorted(Comparator.comparing(Field::path)).toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).path().equals(sorted.get(i - 1).path())) {
                throw Refusal.malformed("A document has the field \""
                        + Shown.of(sorted.get(i).path().pointer()) + "\" twice.");
            }
        }
        Mac mac = mac(salt);
        return new FieldTree(sorted.stream()
                .map(field -> new SaltedField(
                        field,
                        new Salt(HexFormat.of()
                                .formatHex(mac.doFinal(field.path().bytes())))))
                .toList());
    }

    public FieldsRoot root() {
        return new FieldsRoot(leaves.size(), HexFormat.of().formatHex(Merkle.root(leaves)));
    }

    /**
     * Shows chosen fields and hides all others. With a field goes all that stands in it, and whatever holds it.
     *
     * @param document whose fields they are
     * @param whole the salted hash of the file
     * @param chosen at least one path
     * @throws Refusal MALFORMED_ARGUMENT when there is no field of a path
     */
    public Disclosure disclose(DocumentId document, Commitment whole, Collection<FieldPath> chosen) {
        Set<FieldPath> shown = shown(Set.copyOf(chosen));
        SortedMap<Integer, SaltedField> indexed = new TreeMap<>();
        for (int i = 0; i < fields.size(); i++) {
            if (shown.contains(fields.get(i).field().path())) {
                indexed.put(i, fields.get(i));
            }
        }
        List<String> hidden = Merkle.hidden(leaves, new TreeSet<>(indexed.keySet())).stream()
                .map(hash -> HexFormat.of().formatHex(hash))
                .toList();
        return new Disclosure(document, Commitment.fields(whole, root()), whole.hex(), leaves.size(), indexed, hidden);
    }

    private Set<FieldPath> shown(Set<FieldPath> chosen) {
        Set<FieldPath> unknown = new TreeSet<>(chosen);
        Set<FieldPath> shown = new HashSet<>();
        for (SaltedField field : fields) {
            List<FieldPath> lineage = lineage(field.field().path());
            if (lineage.stream().anyMatch(chosen::contains)) {
                shown.addAll(lineage);
            }
            unknown.remove(field.field().path());
        }
        if (!unknown.isEmpty()) {
            throw Refusal.malformed("The document has no field \""
                    + Shown.of(unknown.iterator().next().pointer()) + "\".");
        }
        return shown;
    }

    private static List<FieldPath> lineage(FieldPath path) {
        return Stream.iterate(Optional.of(path), Optional::isPresent, at -> at.flatMap(FieldPath::holder))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Mac mac(Salt salt) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(salt.bytes(), HMAC));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC-SHA-256.", e);
        }
    }
}
