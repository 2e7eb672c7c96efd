package uz.muhr.proof;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version;
import uz.muhr.protocol.authority.AuthorityPeriod;
import uz.muhr.protocol.authority.AuthorityRecord;
import uz.muhr.protocol.identifier.CertificateHash;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.record.Actor;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.RecordText;
import uz.muhr.protocol.record.RevocationReason;
import uz.muhr.protocol.record.Validity;
import uz.muhr.protocol.record.Versions;
import uz.muhr.protocol.verdict.Evidence;
import uz.muhr.protocol.verdict.Question;
import uz.muhr.protocol.verdict.Report;

/** The document's versions, as its transactions wrote them and as the organisations read them. */
public final class DocumentDraft {
    private static final Instant AUTHORITY_BEGINS = Instant.parse("2026-01-01T00:00:00Z");

    /** The question of the answer. */
    public Question question =
            new Question(Optional.of(ProofDraft.CONTENT), Optional.of(ProofDraft.DOCUMENT), Optional.empty());

    /** The document that the organisations know. */
    public DocumentId id = ProofDraft.DOCUMENT;

    /** The certificate that the records name; the creators' when absent. */
    public Optional<CertificateHash> certificate = Optional.empty();

    /** The organisation that versions after the first name as their maker; the issuer when absent. */
    public Optional<MspId> forged = Optional.empty();

    /** How much later than its transaction a version says it was made. */
    public long secondsLater;

    /** How much later than they were asked the organisations say they answered. */
    public long answeredLater;

    public UnaryOperator<Report> report = made -> made;
    public UnaryOperator<String> text = made -> made;

    private final ProofDraft draft;

    DocumentDraft(ProofDraft draft) {
        this.draft = draft;
    }

    /** Has the transactions write the versions, and the answer tell of them. */
    void write() {
        Map<String, Version> places = new HashMap<>();
        List<DocumentRecord> versions = new ArrayList<>();
        for (Step step : draft.steps) {
            write(step, versions, places);
        }
        KVRWSet.Builder reads = draft.answer.state.clear();
        places.forEach(
                (key, place) -> reads.addReads(KVRead.newBuilder().setKey(key).setVersion(place)));
        reads.addReads(KVRead.newBuilder().setKey("absent"));
        draft.answer.call.clear();
        draft.answer.call.addAll(List.of("document:attest", question.write()));
        List<DocumentRecord> newestFirst = new ArrayList<>(versions);
        Collections.reverse(newestFirst);
        Report answered = report.apply(new Report(
                question,
                draft.answer.time.plusSeconds(answeredLater),
                List.of(evidence(new Versions(newestFirst))),
                false));
        draft.answer.response = draft.answer.response.toBuilder()
                .setPayload(ByteString.copyFromUtf8(text.apply(answered.write())))
                .build();
    }

    private void write(Step step, List<DocumentRecord> versions, Map<String, Version> places) {
        TransactionDraft transaction = step.transaction();
        KVRWSet.Builder state = transaction.state.clear();
        Version place = Version.newBuilder()
                .setBlockNum(step.block().number)
                .setTxNum(Step.INDEX)
                .build();
        if (step.operation() == Step.Operation.RENEW) {
            state.addMetadataWrites(KVMetadataWrite.newBuilder().setKey(current()));
        } else {
            if (!versions.isEmpty()) {
                DocumentRecord before = versions.get(versions.size() - 1);
                state.addWrites(write(earlier(before.sequence()), RecordText.write(before)));
                places.put(earlier(before.sequence()), place);
            }
            versions.add(forged(next(step, versions)));
            state.addWrites(write(current(), RecordText.write(versions.get(versions.size() - 1))));
        }
        places.put(current(), place);
    }

    private DocumentRecord next(Step step, List<DocumentRecord> versions) {
        TransactionDraft transaction = step.transaction();
        Change change = new Change(
                new Actor(ProofDraft.CHAMBER, certificate.orElseGet(transaction.creator::hash)),
                new TransactionId(transaction.id()),
                transaction.time.plusSeconds(secondsLater));
        long sequence = versions.size();
        return switch (step.operation()) {
            case ANCHOR ->
                DocumentRecord.anchor(
                        ProofDraft.ORIGIN,
                        ProofDraft.CONTENT,
                        Validity.unlimited(),
                        Optional.empty(),
                        Optional.empty(),
                        1,
                        change);
            case SUSPEND -> versions.get(versions.size() - 1).suspend(sequence, change);
            case REINSTATE -> versions.get(versions.size() - 1).reinstate(sequence, change);
            case REVOKE -> versions.get(versions.size() - 1).revoke(sequence, RevocationReason.KEY_COMPROMISE, change);
            case RENEW -> throw new IllegalStateException("A renewal makes no version.");
        };
    }

    /** No honest chaincode writes it: a change by another than the issuer. */
    private DocumentRecord forged(DocumentRecord made) {
        if (forged.isEmpty() || made.sequence() == 1) {
            return made;
        }
        Change change = made.changed();
        return new DocumentRecord(
                made.type(),
                made.issuer(),
                made.commitment(),
                made.validity(),
                made.quantity(),
                made.status(),
                made.reason(),
                made.replaces(),
                made.replacedBy(),
                made.sequence(),
                made.predecessor(),
                made.authority(),
                made.anchored(),
                new Change(new Actor(forged.get(), change.by().certificate()), change.transaction(), change.time()));
    }

    private Evidence evidence(Versions versions) {
        AuthorityRecord authority = new AuthorityRecord(
                ProofDraft.CHAMBER,
                ProofDraft.ORIGIN,
                List.of(new AuthorityPeriod(AUTHORITY_BEGINS, Optional.empty(), Optional.empty())),
                Optional.empty(),
                1,
                Optional.empty());
        return new Evidence(id, versions, Optional.of(authority), List.of(), Optional.empty(), Optional.empty());
    }

    /** The key of the record. */
    public static String current() {
        return "\0D\0" + ProofDraft.DOCUMENT.hex() + "\0";
    }

    /** The key of an earlier version. */
    public static String earlier(long sequence) {
        return "\0E\0" + ProofDraft.DOCUMENT.hex() + "\0" + sequence + "\0";
    }

    private static KVWrite write(String key, String value) {
        return KVWrite.newBuilder()
                .setKey(key)
                .setValue(ByteString.copyFromUtf8(value))
                .build();
    }
}
