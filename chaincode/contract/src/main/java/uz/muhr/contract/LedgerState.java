package uz.muhr.contract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ledger.CompositeKey;
import org.hyperledger.fabric.shim.ledger.KeyValue;
import org.hyperledger.fabric.shim.ledger.QueryResultsIterator;
import uz.muhr.protocol.authority.AuthorityRecord;
import uz.muhr.protocol.authority.MemberOrganisations;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.RecordText;
import uz.muhr.protocol.record.Versions;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** The ledger's state by its own words. All keys are composite: their first part is the letter of the kind. */
final class LedgerState {
    private static final String DOCUMENT = "D";
    private static final String EARLIER = "E";
    private static final String CONTENT = "C";
    private static final String AUTHORITY = "A";
    private static final String ORGANISATIONS = "O";

    /** An index entry says all with its key; a value of no bytes would be a deletion. */
    private static final byte[] NOTHING = {0};

    private final ChaincodeStub stub;

    LedgerState(ChaincodeStub stub) {
        this.stub = stub;
    }

    Optional<MemberOrganisations> organisations() {
        return get(MemberOrganisations::parse, ORGANISATIONS);
    }

    MemberOrganisations establishedOrganisations() {
        return organisations()
                .orElseThrow(() -> new Refusal(
                        ErrorCode.NOT_ESTABLISHED,
                        "The ledger has no member organisations yet; network:establish comes first."));
    }

    void write(MemberOrganisations organisations) {
        put(organisations.write(), ORGANISATIONS);
    }

    Optional<AuthorityRecord> authority(MspId issuer, TypeCode type) {
        return get(AuthorityRecord::parse, AUTHORITY, issuer.value(), type.value());
    }

    void write(AuthorityRecord authority) {
        put(
                authority.write(),
                AUTHORITY,
                authority.issuer().value(),
                authority.type().value());
    }

    Optional<DocumentRecord> document(DocumentId id) {
        return get(RecordText::parse, DOCUMENT, id.hex());
    }

    DocumentRecord existingDocument(DocumentId id) {
        return document(id)
                .orElseThrow(() -> new Refusal(ErrorCode.UNKNOWN_DOCUMENT, "No document is anchored under this id."));
    }

    /** All versions of a document whose current record has been read. */
    Versions versions(DocumentId id, DocumentRecord current) {
        List<DocumentRecord> versions = new ArrayList<>(List.of(current));
        for (long n = current.sequence() - 1; n >= 1; n--) {
            get(RecordText::parse, EARLIER, id.hex(), Long.toString(n)).ifPresent(versions::add);
        }
        return new Versions(versions);
    }

    /** A document's first version, with the policy of its key and the entry by which its content is found. */
    void anchor(DocumentId id, DocumentRecord record, MemberOrganisations organisations) {
        put(RecordText.write(record), DOCUMENT, id.hex());
        stub.setStateValidationParameter(
                key(DOCUMENT, id.hex()),
                DocumentPolicy.of(record.issuer(), organisations).toByteArray());
        stub.putState(key(CONTENT, record.commitment().hex(), id.hex()), NOTHING);
    }

    /** A document's next version; the one before it is kept beside. */
    void change(DocumentId id, DocumentRecord before, DocumentRecord after) {
        put(RecordText.write(before), EARLIER, id.hex(), Long.toString(before.sequence()));
        put(RecordText.write(after), DOCUMENT, id.hex());
    }

    /**
     * The documents that the index names for a content. It is a hint: their records decide.
     *
     * @param most how many to return
     */
    List<DocumentId> documentsOf(String commitment, int most) {
        List<DocumentId> found = new ArrayList<>();
        try (QueryResultsIterator<KeyValue> entries =
                stub.getStateByPartialCompositeKey(new CompositeKey(CONTENT, commitment))) {
            for (KeyValue entry : entries) {
                if (found.size() == most) {
                    break;
                }
                found.add(new DocumentId(
                        stub.splitCompositeKey(entry.getKey()).getAttributes().get(1)));
            }
            return found;
        } catch (Refusal refusal) {
            throw corrupt(refusal);
        } catch (Exception e) {
            throw new IllegalStateException("The index of contents could not be read.", e);
        }
    }

    private <T> Optional<T> get(Function<String, T> parser, String kind, String... parts) {
        byte[] value = stub.getState(key(kind, parts));
        if (value == null || value.length == 0) {
            return Optional.empty();
        }
        try {
            return Optional.of(parser.apply(new String(value, StandardCharsets.UTF_8)));
        } catch (Refusal refusal) {
            throw corrupt(refusal);
        }
    }

    /** To a parser any text is an argument; what the ledger holds is not the caller's fault. */
    private static Refusal corrupt(Refusal refusal) {
        return new Refusal(
                ErrorCode.CORRUPT_RECORD, "A record on the ledger cannot be used: " + refusal.sentence(), refusal);
    }

    private void put(String value, String kind, String... parts) {
        stub.putState(key(kind, parts), value.getBytes(StandardCharsets.UTF_8));
    }

    private static String key(String kind, String... parts) {
        return new CompositeKey(kind, parts).toString();
    }
}
