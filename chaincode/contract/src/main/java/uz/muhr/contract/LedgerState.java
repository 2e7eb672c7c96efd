package uz.muhr.contract;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.hyperledger.fabric.shim.ledger.CompositeKey;
import org.hyperledger.fabric.shim.ledger.KeyValue;
import org.hyperledger.fabric.shim.ledger.QueryResultsIterator;
import uz.muhr.protocol.authority.AuthorityRecord;
import uz.muhr.protocol.authority.DistrustedCertificate;
import uz.muhr.protocol.authority.MemberOrganisations;
import uz.muhr.protocol.identifier.CertificateHash;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.ProposalId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.proposal.Decision;
import uz.muhr.protocol.proposal.Effect;
import uz.muhr.protocol.proposal.Held;
import uz.muhr.protocol.proposal.OpenProposals;
import uz.muhr.protocol.proposal.ProposalRecord;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.RecordText;
import uz.muhr.protocol.record.Versions;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * The ledger's state in one transaction, by its own words. All keys are composite: their first part is the letter of the
 * kind. A transaction never sees its own writes, so what it read once it need not ask again.
 */
final class LedgerState implements Held {
    private static final String DOCUMENT = "D";
    private static final String EARLIER = "E";
    private static final String CONTENT = "C";
    private static final String AUTHORITY = "A";
    private static final String ORGANISATIONS = "O";
    private static final String DISTRUSTED = "T";
    private static final String PROPOSAL = "P";
    private static final String PROPOSED_BY = "Q";

    /** An index entry says all with its key; a value of no bytes would be a deletion. */
    private static final byte[] NOTHING = {0};

    private final ChaincodeStub stub;
    private final Map<String, byte[]> read = new HashMap<>();

    LedgerState(ChaincodeStub stub) {
        this.stub = stub;
    }

    Optional<MemberOrganisations> organisations() {
        return get(MemberOrganisations::parse, ORGANISATIONS);
    }

    @Override
    public MemberOrganisations members() {
        return organisations()
                .orElseThrow(() -> new Refusal(
                        ErrorCode.NOT_ESTABLISHED,
                        "The ledger has no member organisations yet; network:establish comes first."));
    }

    void write(MemberOrganisations organisations) {
        put(organisations.write(), ORGANISATIONS);
    }

    @Override
    public Optional<AuthorityRecord> authority(MspId issuer, TypeCode type) {
        return get(AuthorityRecord::parse, AUTHORITY, issuer.value(), type.value());
    }

    void write(AuthorityRecord authority) {
        put(
                authority.write(),
                AUTHORITY,
                authority.issuer().value(),
                authority.type().value());
    }

    /** All records of one issuer, by type. */
    List<AuthorityRecord> authorities(MspId issuer) {
        return values(AuthorityRecord::parse, AUTHORITY, issuer.value()).stream()
                .sorted(Comparator.comparing(AuthorityRecord::type))
                .toList();
    }

    @Override
    public Optional<DistrustedCertificate> distrusted(CertificateHash certificate) {
        return get(DistrustedCertificate::parse, DISTRUSTED, certificate.hex());
    }

    Optional<ProposalRecord> proposal(ProposalId id) {
        return get(ProposalRecord::parse, PROPOSAL, id.hex());
    }

    OpenProposals proposedBy(MspId organisation) {
        return get(OpenProposals::parse, PROPOSED_BY, organisation.value()).orElse(OpenProposals.none());
    }

    void write(MspId organisation, OpenProposals proposals) {
        put(proposals.write(), PROPOSED_BY, organisation.value());
    }

    /** A proposal with one approval more, and what it made when that was the decisive one. */
    void write(Decision decision) {
        put(decision.record().write(), PROPOSAL, decision.record().id().hex());
        decision.effect().ifPresent(effect -> {
            if (effect instanceof Effect.OnAuthority authority) {
                write(authority.after());
            } else if (effect instanceof Effect.OnCertificate certificate) {
                put(
                        certificate.after().write(),
                        DISTRUSTED,
                        certificate.after().certificate().hex());
            } else if (effect instanceof Effect.OnMembers members) {
                write(members.after());
            }
        });
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
        return entries(CONTENT, commitment, most).stream()
                .map(entry -> stored(
                        DocumentId::new,
                        stub.splitCompositeKey(entry.getKey()).getAttributes().get(1)))
                .toList();
    }

    private <T> List<T> values(Function<String, T> parser, String kind, String part) {
        return entries(kind, part, Integer.MAX_VALUE).stream()
                .map(entry -> stored(parser, entry.getStringValue()))
                .toList();
    }

    private List<KeyValue> entries(String kind, String part, int most) {
        List<KeyValue> found = new ArrayList<>();
        try (QueryResultsIterator<KeyValue> entries =
                stub.getStateByPartialCompositeKey(new CompositeKey(kind, part))) {
            for (KeyValue entry : entries) {
                if (found.size() == most) {
                    break;
                }
                found.add(entry);
            }
            return found;
        } catch (Exception e) {
            throw new IllegalStateException("A range of the ledger could not be read.", e);
        }
    }

    private <T> Optional<T> get(Function<String, T> parser, String kind, String... parts) {
        byte[] value = read.computeIfAbsent(key(kind, parts), this::state);
        if (value.length == 0) {
            return Optional.empty();
        }
        return Optional.of(stored(parser, new String(value, StandardCharsets.UTF_8)));
    }

    private byte[] state(String key) {
        byte[] value = stub.getState(key);
        return value == null ? new byte[0] : value;
    }

    /** To a parser any text is an argument; what the ledger holds is not the caller's fault. */
    private static <T> T stored(Function<String, T> parser, String text) {
        try {
            return parser.apply(text);
        } catch (Refusal refusal) {
            throw new Refusal(
                    ErrorCode.CORRUPT_RECORD, "A record on the ledger cannot be used: " + refusal.sentence(), refusal);
        }
    }

    private void put(String value, String kind, String... parts) {
        stub.putState(key(kind, parts), value.getBytes(StandardCharsets.UTF_8));
    }

    private static String key(String kind, String... parts) {
        return new CompositeKey(kind, parts).toString();
    }
}
