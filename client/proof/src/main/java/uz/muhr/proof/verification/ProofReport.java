package uz.muhr.proof.verification;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import uz.muhr.proof.check.Check;
import uz.muhr.proof.check.CheckMade;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.verdict.Assessment;
import uz.muhr.protocol.verdict.Report;
import uz.muhr.protocol.verdict.Verdict;

/** What a bundle proves. */
public sealed interface ProofReport {
    /** The checks that held, in their order. */
    List<CheckMade> made();

    /** The verdict; UNDETERMINED whenever a check did not hold. */
    Verdict verdict();

    /**
     * Every check held.
     *
     * @param answer the organisations' answer, judged for the asked time
     * @param versions the document's versions, newest first, each with its transaction
     * @param vouchers the organisations that gave the answer
     */
    record Proven(Report answer, List<ProvenVersion> versions, SortedSet<MspId> vouchers, List<CheckMade> made)
            implements ProofReport {
        /** Refuses what cannot be: a proof with a check left out. */
        public Proven {
            versions = List.copyOf(versions);
            vouchers = new TreeSet<>(vouchers);
            made = List.copyOf(made);
            Set<Check> missing = EnumSet.allOf(Check.class);
            new ArrayList<>(made).forEach(check -> missing.remove(check.check()));
            if (!missing.isEmpty()) {
                throw new IllegalStateException("Without these checks nothing is proved: " + missing + ".");
            }
        }

        /** The verdict on the document with its reasons. */
        public Assessment assessment() {
            return answer.assessment();
        }

        @Override
        public Verdict verdict() {
            return assessment().verdict();
        }
    }

    /**
     * A check did not hold.
     *
     * @param failed which
     * @param fault what was expected and what was found, in one sentence
     */
    record NotProven(Check failed, String fault, List<CheckMade> made) implements ProofReport {
        public NotProven {
            made = List.copyOf(made);
        }

        @Override
        public Verdict verdict() {
            return Verdict.UNDETERMINED;
        }
    }
}
