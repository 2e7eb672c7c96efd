package uz.muhr.contract;

import java.time.Clock;
import java.util.Optional;
import org.hyperledger.fabric.contract.Context;
import org.hyperledger.fabric.contract.ContractInterface;
import org.hyperledger.fabric.contract.annotation.Contract;
import org.hyperledger.fabric.contract.annotation.Info;
import org.hyperledger.fabric.contract.annotation.Transaction;
import uz.muhr.protocol.customs.Customs;
import uz.muhr.protocol.customs.DrawId;
import uz.muhr.protocol.customs.DrawPage;
import uz.muhr.protocol.customs.DrawRequest;
import uz.muhr.protocol.customs.Holds;
import uz.muhr.protocol.drawing.Drawing;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.Operation;
import uz.muhr.protocol.record.SequenceNumber;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.verdict.Evidence;

/** What customs does with others' documents. Its keys carry no policy of an issuer: an issuer's outage does not stop it. */
@Contract(name = "customs", info = @Info(title = "Write-offs and holds", version = "1"))
public final class CustomsContract implements ContractInterface {
    /** Writes off. Argument: a {@link DrawRequest}. Answer: the draw, which names its declaration. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String draw(Context context) {
        return Call.answer(context, 1, call -> {
            DrawRequest request = DrawRequest.parse(call.argument(0));
            Change change = customs(call, Operation.DRAW);
            LedgerState ledger = call.ledger();
            Evidence evidence = ledger.evidence(request.document()).orElseThrow(CustomsContract::unknown);
            Drawing drawing = Drawing.draw(
                    request, evidence, ledger.draw(request.document(), request.id(call.organisation())), change);
            ledger.write(request.document(), drawing);
            return drawing.draw().write();
        });
    }

    /** Takes a draw back. Arguments: the document's id, the draw's. Answer: the draw, reversed. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String reverse(Context context) {
        return Call.answer(context, 2, call -> {
            DocumentId id = new DocumentId(call.argument(0));
            DrawId draw = new DrawId(call.argument(1));
            Change change = call.change(Operation.REVERSE.role(), Clock.systemUTC());
            LedgerState ledger = call.ledger();
            DocumentRecord record = ledger.existingDocument(id);
            Drawing drawing = Drawing.reverse(
                    ledger.existingDraw(id, draw),
                    ledger.writeOffs(id)
                            .orElseThrow(() -> new Refusal(
                                    ErrorCode.CORRUPT_RECORD, "The document has a draw and no total of draws.")),
                    record,
                    change);
            ledger.write(id, drawing);
            return drawing.draw().write();
        });
    }

    /** Holds a document. Arguments: its id, the sequence of its holds expected, 0 for the first. Answer: {@link Holds}. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String hold(Context context) {
        return Call.answer(context, 2, call -> {
            DocumentId id = new DocumentId(call.argument(0));
            long expected = SequenceNumber.parseOrNone(call.argument(1));
            Change change = customs(call, Operation.HOLD);
            LedgerState ledger = call.ledger();
            DocumentRecord record = ledger.existingDocument(id);
            Holds held = ledger.holds(id).orElse(Holds.none()).hold(record, expected, change);
            ledger.write(id, held);
            return held.write();
        });
    }

    /** Releases a document. Arguments: its id, the sequence of its holds expected. Answer: {@link Holds}. */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String release(Context context) {
        return Call.answer(context, 2, call -> {
            DocumentId id = new DocumentId(call.argument(0));
            long expected = SequenceNumber.parse(call.argument(1));
            Change change = call.change(Operation.RELEASE.role(), Clock.systemUTC());
            LedgerState ledger = call.ledger();
            DocumentRecord record = ledger.existingDocument(id);
            Holds released = ledger.holds(id).orElse(Holds.none()).release(record, expected, change);
            ledger.write(id, released);
            return released.write();
        });
    }

    /** A page of what was written off. Arguments: the document's id; the draw to begin with, empty for the newest. */
    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String draws(Context context) {
        return Call.answer(context, 2, call -> {
            DocumentId id = new DocumentId(call.argument(0));
            Optional<DrawId> first = Optional.of(call.argument(1))
                    .filter(text -> !text.isEmpty())
                    .map(DrawId::new);
            call.ledger().existingDocument(id);
            DrawPage page = call.ledger().draws(id, first);
            return page.write();
        });
    }

    /** Every hold of a document. Argument: its id. Answer: {@link Holds}. */
    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String holds(Context context) {
        return Call.answer(context, 1, call -> {
            DocumentId id = new DocumentId(call.argument(0));
            call.ledger().existingDocument(id);
            return call.ledger().holds(id).orElse(Holds.none()).write();
        });
    }

    private static Change customs(Call call, Operation operation) {
        Change change = call.change(operation.role(), Clock.systemUTC());
        Customs.check(call.authority().authority(call.organisation(), Customs.IMPORT_DECLARATION), change);
        return change;
    }

    private static Refusal unknown() {
        return new Refusal(ErrorCode.UNKNOWN_DOCUMENT, "No document is anchored under this id.");
    }

    @Override
    public void unknownTransaction(Context context) {
        throw Call.unknownFunction(context);
    }
}
