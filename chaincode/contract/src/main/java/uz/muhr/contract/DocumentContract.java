package uz.muhr.contract;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.hyperledger.fabric.contract.Context;
import org.hyperledger.fabric.contract.ContractInterface;
import org.hyperledger.fabric.contract.annotation.Contract;
import org.hyperledger.fabric.contract.annotation.Info;
import org.hyperledger.fabric.contract.annotation.Transaction;
import uz.muhr.protocol.anchoring.AnchorItem;
import uz.muhr.protocol.anchoring.AnchorList;
import uz.muhr.protocol.anchoring.AnchorOutcome;
import uz.muhr.protocol.anchoring.Anchoring;
import uz.muhr.protocol.anchoring.Reissue;
import uz.muhr.protocol.anchoring.Replacement;
import uz.muhr.protocol.anchoring.Succession;
import uz.muhr.protocol.authority.AuthorityRecord;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.commitment.CommitmentKind;
import uz.muhr.protocol.customs.Holds;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.FoundDocuments;
import uz.muhr.protocol.record.Operation;
import uz.muhr.protocol.record.RecordText;
import uz.muhr.protocol.record.RevocationReason;
import uz.muhr.protocol.record.Role;
import uz.muhr.protocol.record.SequenceNumber;
import uz.muhr.protocol.verdict.Evidence;
import uz.muhr.protocol.verdict.Question;
import uz.muhr.protocol.verdict.Report;

/** Documents: anchored once, changed by their issuer alone, verified by anybody. */
@Contract(name = "document", info = @Info(title = "Trade documents", version = "1"))
public final class DocumentContract implements ContractInterface {
    /** The next version of a record, by a change that expects a sequence. */
    private interface NextVersion {
        DocumentRecord of(DocumentRecord before, long expected, Change change);
    }

    /**
     * Anchors a list of documents in the caller's own name.
     *
     * <p>Argument: an {@link AnchorList}. Answer: {@link AnchorOutcome#write}, one outcome for each item.
     */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String anchor(Context context) {
        return Call.answer(context, 1, call -> {
            AnchorList list = AnchorList.parse(call.argument(0));
            Change change = call.change(Role.ISSUER, Clock.systemUTC());
            Set<TypeCode> types =
                    list.items().stream().map(AnchorItem::type).collect(Collectors.toCollection(TreeSet::new));
            Set<DocumentId> documents = list.items().stream()
                    .map(item -> item.documentId(call.organisation()))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            call.ledger().fetch(call.organisation(), types, documents);
            Anchoring anchoring = Anchoring.decide(
                    list, change, authorities(call, types), call.ledger().existing(documents));
            call.ledger().anchor(anchoring.records(), call.authority().members());
            return AnchorOutcome.write(anchoring.outcomes());
        });
    }

    /** Suspends a document. Arguments: its id, the sequence expected. Answer: the new record. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String suspend(Context context) {
        return Call.answer(context, 2, call -> change(call, Operation.SUSPEND, DocumentRecord::suspend));
    }

    /** Reinstates a suspended document. Arguments: its id, the sequence expected. Answer: the new record. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String reinstate(Context context) {
        return Call.answer(context, 2, call -> change(call, Operation.REINSTATE, DocumentRecord::reinstate));
    }

    /** Revokes a document for good. Arguments: its id, the sequence expected, the reason as RFC 5280 writes it. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String revoke(Context context) {
        return Call.answer(context, 3, call -> {
            RevocationReason reason = RevocationReason.parse(call.argument(2));
            return change(
                    call, Operation.REVOKE, (before, expected, change) -> before.revoke(expected, reason, change));
        });
    }

    /** Puts a new number in a document's place. Argument: a {@link Replacement}. Answer: the new document's record. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String replace(Context context) {
        return Call.answer(context, 1, call -> {
            Replacement request = Replacement.parse(call.argument(0));
            Change change = call.change(Operation.REPLACE.role(), Clock.systemUTC());
            LedgerState ledger = call.ledger();
            DocumentRecord before = ledger.existingDocument(request.document());
            Succession succession = Succession.decide(
                    request,
                    before,
                    call.authority().authority(before.issuer(), before.type()),
                    ledger.document(request.successor(before)).isPresent(),
                    ledger.writeOffs(request.document()),
                    ledger.holds(request.document()).orElse(Holds.none()),
                    change);
            ledger.change(request.document(), before, succession.replaced());
            ledger.anchor(
                    Map.of(succession.id(), succession.successor()),
                    call.authority().members());
            return RecordText.write(succession.successor());
        });
    }

    /** Puts another content under the same number. Argument: a {@link Reissue}. Answer: the new record. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String reissue(Context context) {
        return Call.answer(context, 1, call -> {
            Reissue request = Reissue.parse(call.argument(0));
            Change change = call.change(Operation.REISSUE.role(), Clock.systemUTC());
            DocumentRecord before = call.ledger().existingDocument(request.document());
            before.check(Operation.REISSUE, request.expected(), change);
            AuthorityRecord inForce = Anchoring.inForce(
                    call.authority().authority(before.issuer(), before.type()), before.type(), change);
            DocumentRecord after = before.reissue(
                    request.commitment(), request.validity(), request.expected(), inForce.sequence(), change);
            call.ledger().change(request.document(), before, after);
            return RecordText.write(after);
        });
    }

    /**
     * Has the policy of a document's key follow the member organisations. Arguments: its id, the sequence expected. Answer:
     * the record, which does not change.
     */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String renew(Context context) {
        return Call.answer(context, 2, call -> {
            DocumentId id = new DocumentId(call.argument(0));
            long expected = SequenceNumber.parse(call.argument(1));
            Change change = call.change(Operation.RENEW.role(), Clock.systemUTC());
            DocumentRecord record = call.ledger().existingDocument(id);
            record.check(Operation.RENEW, expected, change);
            call.ledger().protect(id, record, call.authority().members());
            return RecordText.write(record);
        });
    }

    /** The current record of a document. Argument: its id. */
    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String read(Context context) {
        return Call.answer(
                context, 1, call -> RecordText.write(call.ledger().existingDocument(new DocumentId(call.argument(0)))));
    }

    /** A page of a document's versions. Arguments: its id; the version to begin with, 0 for the current one. */
    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String history(Context context) {
        return Call.answer(context, 2, call -> call.ledger()
                .history(new DocumentId(call.argument(0)), SequenceNumber.parseOrNone(call.argument(1)))
                .write());
    }

    /** The documents that hold or held a content. Arguments: the commitment's kind and digits. */
    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String find(Context context) {
        return Call.answer(context, 2, call -> {
            Commitment commitment = new Commitment(CommitmentKind.parse(call.argument(0)), call.argument(1));
            LedgerState ledger = call.ledger();
            List<DocumentId> hints = ledger.documentsOf(commitment, FoundDocuments.MOST + 1);
            List<DocumentId> looked = hints.stream().limit(FoundDocuments.MOST).toList();
            ledger.fetch(looked);
            List<DocumentId> holding = looked.stream()
                    .filter(id -> ledger.document(id)
                            .map(current -> ledger.versions(id, current).everHeld(commitment))
                            .orElse(false))
                    .toList();
            return new FoundDocuments(holding, hints.size() > FoundDocuments.MOST).write();
        });
    }

    /** Answers a question with a verdict and all the evidence for it. Argument: a {@link Question}. */
    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String verify(Context context) {
        return Call.answer(context, 1, DocumentContract::report);
    }

    /**
     * The same answer for somebody who will show it to others: each endorser vouches for the time at which it was given.
     * Argument: a {@link Question}.
     */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String attest(Context context) {
        return Call.answer(context, 1, call -> {
            call.checkClock(Clock.systemUTC());
            return report(call);
        });
    }

    private static String report(Call call) {
        Question question = Question.parse(call.argument(0));
        Set<DocumentId> candidates =
                new LinkedHashSet<>(question.document().stream().toList());
        question.content()
                .ifPresent(content -> candidates.addAll(call.ledger().documentsOf(content, FoundDocuments.MOST + 1)));
        List<DocumentId> looked = candidates.stream().limit(FoundDocuments.MOST).toList();
        call.ledger().fetch(looked);
        List<Evidence> evidence = looked.stream()
                .flatMap(id -> call.ledger().evidence(id).stream())
                .filter(found -> found.concerns(question))
                .toList();
        return new Report(question, call.time(), evidence, candidates.size() > FoundDocuments.MOST).write();
    }

    /** One change of a record. The first two arguments are the document's id and the sequence expected. */
    private static String change(Call call, Operation operation, NextVersion next) {
        DocumentId id = new DocumentId(call.argument(0));
        long expected = SequenceNumber.parse(call.argument(1));
        Change change = call.change(operation.role(), Clock.systemUTC());
        DocumentRecord before = call.ledger().existingDocument(id);
        DocumentRecord after = next.of(before, expected, change);
        call.ledger().change(id, before, after);
        return RecordText.write(after);
    }

    private static Map<TypeCode, AuthorityRecord> authorities(Call call, Set<TypeCode> types) {
        Map<TypeCode, AuthorityRecord> found = new TreeMap<>();
        types.forEach(type ->
                call.authority().authority(call.organisation(), type).ifPresent(record -> found.put(type, record)));
        return found;
    }

    @Override
    public void unknownTransaction(Context context) {
        throw Call.unknownFunction(context);
    }
}
