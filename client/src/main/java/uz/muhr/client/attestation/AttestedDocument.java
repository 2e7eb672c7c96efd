package uz.muhr.client.attestation;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uz.muhr.client.document.DocumentFields;
import uz.muhr.client.document.UnreadableDocument;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.commitment.TargetHash;
import uz.muhr.protocol.disclosure.Field;
import uz.muhr.protocol.hash.Hex32;

/**
 * An OpenAttestation v2 document that holds by its own rule: its data and what is hidden of them come to its target hash, and
 * that with its proof to its Merkle root.
 *
 * @param shown how many fields it shows
 * @param hidden how many it hides
 */
public record AttestedDocument(TargetHash target, int shown, int hidden) {
    private static final String VERSION = "https://schema.openattestation.com/2.0/schema.json";
    private static final String SIGNATURE = "SHA3MerkleProof";

    /**
     * Reads a file.
     *
     * @param fingerprint what was read of it before
     * @throws UnreadableDocument when it is no such document, or does not hold by its own rule
     */
    public static AttestedDocument read(Path file, Fingerprint fingerprint) {
        return of(DocumentFields.of(file, fingerprint));
    }

    static AttestedDocument of(List<Field> fields) {
        Map<String, String> values = new HashMap<>();
        fields.forEach(field -> values.put(field.path().pointer(), field.value()));
        require(values, "/version", VERSION);
        require(values, "/signature/type", SIGNATURE);
        String target = hash(values, "/signature/targetHash");
        List<String> shown = SaltedData.hashes(fields);
        List<String> hidden = list(values, "/privacy/obfuscatedData");
        List<String> all = new ArrayList<>(shown);
        all.addAll(hidden);
        String digest = SaltedData.digest(all);
        if (!digest.equals(target)) {
            throw new UnreadableDocument("The OpenAttestation document was altered: its data come to the target hash "
                    + digest + ", and it names " + target + ".");
        }
        String root = list(values, "/signature/proof").stream().reduce(target, Keccak::ofPair);
        if (!root.equals(hash(values, "/signature/merkleRoot"))) {
            throw new UnreadableDocument("The OpenAttestation document was altered: its proof comes to the Merkle root "
                    + root + ", and it names another.");
        }
        return new AttestedDocument(new TargetHash(target), shown.size(), hidden.size());
    }

    public Commitment commitment() {
        return Commitment.openAttestation(target);
    }

    private static void require(Map<String, String> values, String path, String expected) {
        if (!expected.equals(values.get(path))) {
            throw new UnreadableDocument(
                    "This is no OpenAttestation document of version 2: " + path + " is not " + expected + ".");
        }
    }

    private static List<String> list(Map<String, String> values, String path) {
        List<String> items = new ArrayList<>();
        for (int i = 0; values.containsKey(path + "/" + i); i++) {
            items.add(hash(values, path + "/" + i));
        }
        return items;
    }

    private static String hash(Map<String, String> values, String path) {
        String value = values.getOrDefault(path, "");
        if (!Hex32.matches(value)) {
            throw new UnreadableDocument(
                    "The OpenAttestation document has at " + path + " no hash of 64 digits of 0-9 and a-f.");
        }
        return value;
    }
}
