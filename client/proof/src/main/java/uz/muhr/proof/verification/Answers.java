package uz.muhr.proof.verification;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import uz.muhr.proof.bundle.NetworkTrust;
import uz.muhr.proof.check.Check;
import uz.muhr.proof.check.Checks;
import uz.muhr.proof.check.UnprovenException;
import uz.muhr.proof.transaction.EndorsedTransaction;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.verdict.Question;

/** The answers of a bundle, by what they were asked. Who endorsed them is looked at for the asked one alone. */
final class Answers {
    private static final ByteString FUNCTION = ByteString.copyFromUtf8("document:attest");

    private final List<Answered> answered = new ArrayList<>();

    private Answers() {}

    /** A question and the call that put it. */
    record Answered(Question question, EndorsedTransaction call) {}

    static Answers read(List<ByteString> payloads, NetworkTrust trust, Checks checks) {
        Answers answers = new Answers();
        for (ByteString payload : payloads) {
            EndorsedTransaction call =
                    EndorsedTransaction.readAnswer(payload, trust.channel(), trust.chaincode(), checks);
            answers.answered.add(new Answered(question(call.call()), call));
        }
        return answers;
    }

    private static Question question(List<ByteString> call) {
        if (call.size() != 2 || !call.get(0).equals(FUNCTION)) {
            throw new UnprovenException(Check.QUESTION, "Only answers to document:attest, with one question, count.");
        }
        try {
            return Question.parse(call.get(1).toStringUtf8());
        } catch (Refusal refusal) {
            throw new UnprovenException(Check.QUESTION, refusal.sentence(), refusal);
        }
    }

    /** Goes on only when one answer is about what is asked. */
    Answered require(Asked asked, Checks checks) {
        List<Answered> matching = answered.stream()
                .filter(answer -> asked.isAnsweredBy(answer.question()))
                .toList();
        checks.require(
                Check.QUESTION,
                matching.size() == 1,
                () -> "One answer of the bundle has to be about this file and document; " + matching.size() + " are.");
        return matching.get(0);
    }
}
