package uz.muhr.proof.verification;

import com.google.protobuf.ByteString;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import uz.muhr.proof.check.Check;
import uz.muhr.proof.check.Checks;
import uz.muhr.proof.check.UnprovenException;
import uz.muhr.proof.transaction.EndorsedTransaction;
import uz.muhr.proof.transaction.Place;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.verdict.Evidence;
import uz.muhr.protocol.verdict.Report;

/**
 * What a bundle has to hold beside an answer, for whoever collects one.
 *
 * @param transactions that made the document's versions
 * @param block in which the current record, or its policy, was written last
 */
public record Wanted(Set<TransactionId> transactions, long block) {
    public Wanted {
        transactions = Set.copyOf(transactions);
    }

    /**
     * What an answer to {@code document:attest} asks for. Nothing of it is verified here.
     *
     * @throws UnprovenException when it is no such answer, or is about no document
     */
    public static Wanted by(ByteString answer, String channel, String chaincode) {
        EndorsedTransaction read = EndorsedTransaction.readAnswer(answer, channel, chaincode, new Checks());
        Evidence evidence = evidence(read);
        Set<TransactionId> transactions = new LinkedHashSet<>();
        for (DocumentRecord version : evidence.versions().newestFirst()) {
            transactions.add(version.changed().transaction());
        }
        Optional<Place> current = read.state().readAt(StateKey.current(evidence.document()));
        return new Wanted(
                transactions,
                current.map(Place::block)
                        .orElseThrow(() -> new UnprovenException(
                                Check.VERSION_COMMITTED, "The answer does not say where the record was read.")));
    }

    private static Evidence evidence(EndorsedTransaction answer) {
        try {
            return Report.parse(answer.answer().getPayload().toStringUtf8())
                    .named()
                    .orElseThrow(() -> new UnprovenException(
                            Check.ANSWER_CONTENT, "The organisations answered that no such document is anchored."));
        } catch (Refusal refusal) {
            throw new UnprovenException(Check.ANSWER_CONTENT, refusal.sentence(), refusal);
        }
    }
}
