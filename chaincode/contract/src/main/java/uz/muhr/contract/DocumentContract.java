package uz.muhr.contract;

import java.time.Clock;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hyperledger.fabric.contract.Context;
import org.hyperledger.fabric.contract.ContractInterface;
import org.hyperledger.fabric.contract.annotation.Contract;
import org.hyperledger.fabric.contract.annotation.Info;
import org.hyperledger.fabric.contract.annotation.Transaction;
import uz.muhr.protocol.anchoring.AnchorItem;
import uz.muhr.protocol.anchoring.AnchorList;
import uz.muhr.protocol.anchoring.AnchorOutcome;
import uz.muhr.protocol.anchoring.Anchoring;
import uz.muhr.protocol.authority.AuthorityRecord;
import uz.muhr.protocol.authority.DistrustedCertificate;
import uz.muhr.protocol.authority.MemberOrganisations;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.commitment.CommitmentKind;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.FoundDocuments;
import uz.muhr.protocol.record.History;
import uz.muhr.protocol.record.RecordText;
import uz.muhr.protocol.record.RevocationReason;
import uz.muhr.protocol.record.SequenceNumber;
import uz.muhr.protocol.record.Versions;
import uz.muhr.protocol.verdict.Evidence;
import uz.muhr.protocol.verdict.Question;
import uz.muhr.protocol.verdict.Report;

/** Documents: anchored once, changed by their issuer alone, verified by anybody. */
@Contract(name = "document", info = @Info(title = "Trade documents", version = "1"))
public final class DocumentContract implements ContractInterface {
    private static final String ISSUER = "issuer";

    /**
     * Anchors a list of documents in the caller's own name.
     *
     * <p>Argument: an {@link AnchorList}. Answer: {@link AnchorOutcome#write}, one outcome for each item.
     */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String anchor(Context context) {
        return Call.answer(context, 1, call -> {
            AnchorList list = AnchorList.parse(call.argument(0));
            Change change = call.change(ISSUER, Clock.systemUTC());
            LedgerState ledger = call.ledger();
            MemberOrganisations organisations = ledger.members();
            Anchoring anchoring = Anchoring.decide(list, change, authorities(call, list), existing(call, list));
            anchoring.records().forEach((id, record) -> ledger.anchor(id, record, organisations));
            return AnchorOutcome.write(anchoring.outcomes());
        });
    }

    /** The current record of a document. Argument: its id. */
    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String read(Context context) {
        return Call.answer(
                context, 1, call -> RecordText.write(call.ledger().existingDocument(new DocumentId(call.argument(0)))));
    }

    /** All versions of a document, newest first, the chain of hashes checked. Argument: its id. */
    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String history(Context context) {
        return Call.answer(context, 1, call -> {
            DocumentId id = new DocumentId(call.argument(0));
            LedgerState ledger = call.ledger();
            return new History(id, ledger.versions(id, ledger.existingDocument(id))).write();
        });
    }

    /** The documents that hold or held a content. Arguments: the commitment's kind and digits. */
    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String find(Context context) {
        return Call.answer(context, 2, call -> {
            Commitment commitment = new Commitment(CommitmentKind.parse(call.argument(0)), call.argument(1));
            LedgerState ledger = call.ledger();
            List<DocumentId> hints = ledger.documentsOf(commitment.hex(), FoundDocuments.MOST + 1);
            List<DocumentId> holding = hints.stream()
                    .limit(FoundDocuments.MOST)
                    .filter(id -> ledger.document(id)
                            .map(current -> ledger.versions(id, current).everHeld(commitment))
                            .orElse(false))
                    .toList();
            return new FoundDocuments(holding, hints.size() > FoundDocuments.MOST).write();
        });
    }

    /** Revokes a document for good. Arguments: its id, the sequence expected, the reason as RFC 5280 writes it. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String revoke(Context context) {
        return Call.answer(context, 3, call -> {
            DocumentId id = new DocumentId(call.argument(0));
            long expected = SequenceNumber.parse(call.argument(1));
            RevocationReason reason = RevocationReason.parse(call.argument(2));
            Change change = call.change(ISSUER, Clock.systemUTC());
            DocumentRecord before = call.ledger().existingDocument(id);
            DocumentRecord after = before.revoke(expected, reason, change);
            call.ledger().change(id, before, after);
            return RecordText.write(after);
        });
    }

    /** Answers a question with a verdict and all the evidence for it. Argument: a {@link Question}. */
    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String verify(Context context) {
        return Call.answer(context, 1, call -> {
            Question question = Question.parse(call.argument(0));
            Set<DocumentId> candidates =
                    new LinkedHashSet<>(question.document().stream().toList());
            question.content()
                    .ifPresent(content ->
                            candidates.addAll(call.ledger().documentsOf(content.hex(), FoundDocuments.MOST + 1)));
            List<Evidence> evidence = candidates.stream()
                    .limit(FoundDocuments.MOST)
                    .flatMap(id -> evidence(call.ledger(), id).stream())
                    .filter(found -> found.concerns(question))
                    .toList();
            return new Report(question, call.time(), evidence, candidates.size() > FoundDocuments.MOST).write();
        });
    }

    private static Map<TypeCode, AuthorityRecord> authorities(Call call, AnchorList list) {
        Map<TypeCode, AuthorityRecord> found = new TreeMap<>();
        list.items().stream().map(AnchorItem::type).distinct().forEach(type -> call.ledger()
                .authority(call.organisation(), type)
                .ifPresent(record -> found.put(type, record)));
        return found;
    }

    private static Set<DocumentId> existing(Call call, AnchorList list) {
        Set<DocumentId> found = new HashSet<>();
        list.items().stream()
                .map(item -> item.documentId(call.organisation()))
                .distinct()
                .filter(id -> call.ledger().document(id).isPresent())
                .forEach(found::add);
        return found;
    }

    private static Optional<Evidence> evidence(LedgerState ledger, DocumentId id) {
        return ledger.document(id).map(current -> {
            Versions versions = ledger.versions(id, current);
            List<DistrustedCertificate> distrusted = versions.creators().stream()
                    .flatMap(certificate -> ledger.distrusted(certificate).stream())
                    .toList();
            return new Evidence(id, versions, ledger.authority(current.issuer(), current.type()), distrusted);
        });
    }

    @Override
    public void unknownTransaction(Context context) {
        throw Call.unknownFunction(context);
    }
}
