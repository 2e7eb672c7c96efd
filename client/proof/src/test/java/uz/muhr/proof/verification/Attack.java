package uz.muhr.proof.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.Consumer;
import org.junit.jupiter.api.DynamicTest;
import uz.muhr.proof.ProofDraft;
import uz.muhr.proof.check.Check;
import uz.muhr.protocol.verdict.Verdict;

/** What somebody might try, and the check that finds it. */
final class Attack {
    private Attack() {}

    /** A proof of an anchored document with one thing changed, which a check of this name has to find. */
    static DynamicTest fails(Check check, String name, Consumer<ProofDraft> change) {
        return fails(check, name, ProofDraft.anchored(), change);
    }

    static DynamicTest fails(Check check, String name, ProofDraft draft, Consumer<ProofDraft> change) {
        return DynamicTest.dynamicTest(name + ": " + check, () -> {
            change.accept(draft);
            ProofReport report = draft.verify();
            ProofReport.NotProven failed =
                    assertInstanceOf(ProofReport.NotProven.class, report, "it was taken for a proof");
            assertEquals(check, failed.failed(), failed.fault());
            assertEquals(Verdict.UNDETERMINED, report.verdict());
            assertTrue(failed.fault().endsWith("."), failed.fault());
        });
    }
}
