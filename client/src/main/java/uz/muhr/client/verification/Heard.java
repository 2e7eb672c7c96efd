package uz.muhr.client.verification;

import java.util.Optional;
import uz.muhr.client.fabric.PeerAnswer;
import uz.muhr.client.fabric.Testimony;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.verdict.Assessment;
import uz.muhr.protocol.verdict.Question;
import uz.muhr.protocol.verdict.Reason;

/**
 * What one peer among several said.
 *
 * @param organisation whose peer it is
 * @param assessment UNDETERMINED when there is no testimony
 * @param testimony absent when it gave none that can be used
 */
public record Heard(MspId organisation, Assessment assessment, Optional<Testimony> testimony) {
    static Heard of(Question question, PeerAnswer<Testimony> answer) {
        if (answer instanceof PeerAnswer.Given<Testimony> given) {
            return given.value().report().question().equals(question)
                    ? new Heard(given.peer(), given.value().report().assessment(), Optional.of(given.value()))
                    : without(given.peer(), Reason.LEDGER_CONTRADICTORY);
        }
        PeerAnswer.Missing<Testimony> missing = (PeerAnswer.Missing<Testimony>) answer;
        return without(missing.peer(), missing.why());
    }

    private static Heard without(MspId organisation, Reason why) {
        return new Heard(organisation, Assessment.undetermined(why), Optional.empty());
    }
}
