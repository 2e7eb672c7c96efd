package uz.muhr.proof.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uz.muhr.proof.ProofDraft;
import uz.muhr.proof.TestIdentity;
import uz.muhr.proof.TestNetwork;
import uz.muhr.proof.TestOrganisation;
import uz.muhr.proof.bundle.NetworkTrust;
import uz.muhr.proof.identity.SigningKey;
import uz.muhr.protocol.verdict.Verdict;

/** What a verification costs beside the signatures that it cannot do without. */
@Tag("long")
final class VerificationCostTest {
    private static final int WARM_UP = 6000;
    private static final int WARM_UP_AGAIN = 24_000;
    private static final int ROUNDS = 6;
    private static final int RUNS = 300;
    private static final double MOST = 1.25;

    /**
     * Each run has certificates of its own, since the JDK and the verifier remember those that they have checked, and a
     * verifier of its own, which has to read the trust file's configuration. The two sides take turns in who is first: what
     * runs second finds the processor's caches warm. Of a round each side's fastest run counts, since others on the machine
     * can only add to it; the first round is one of warming up, and of the ratios of the others the middle one counts.
     */
    @Test
    void aVerificationCostsLittleMoreThanItsSignatures() throws GeneralSecurityException {
        ProofDraft draft = ProofDraft.anchored();
        byte[] bundle = draft.bundle().write();
        warmUp(draft.trust(), bundle, draft.asked);
        List<Run> runs = new ArrayList<>();
        for (int i = 0; i < ROUNDS * RUNS; i++) {
            runs.add(new Run(ProofDraft.anchored(TestNetwork.create())));
        }
        List<Double> ratios = new ArrayList<>();
        for (int first = 0; first < runs.size(); first += RUNS) {
            ratios.add(ratio(runs.subList(first, first + RUNS)));
        }
        double middle = ratios.stream().skip(1).sorted().toList().get((ROUNDS - 1) / 2);
        assertTrue(middle <= MOST, "ratios " + ratios);
    }

    /**
     * The compiler does its best for what ran some ten thousand times. Most of a verification runs once in each, the
     * signatures' arithmetic thousands of times: it would be measured at its best, and the rest not.
     */
    private static void warmUp(NetworkTrust trust, byte[] bundle, Asked asked) {
        for (int i = 0; i < WARM_UP; i++) {
            new OfflineVerifier(trust).verify(bundle, asked);
        }
        OfflineVerifier verifier = new OfflineVerifier(trust);
        for (int i = 0; i < WARM_UP_AGAIN; i++) {
            verifier.verify(bundle, asked);
        }
    }

    private static double ratio(List<Run> round) throws GeneralSecurityException {
        for (int i = 0; i < round.size(); i++) {
            round.get(i).time(i % 2 == 0);
        }
        double ratio = time(0, round, run -> run.whole) / time(0, round, run -> run.raw);
        System.out.printf(
                "offline verification: %s, its signatures alone: %s, ratio %.2f; the next with the same keys: %s%n",
                shown(round, run -> run.whole), shown(round, run -> run.raw), ratio, shown(round, run -> run.again));
        return ratio;
    }

    private static String shown(List<Run> round, ToLongFunction<Run> time) {
        return "%.2f ms (lower decile %.2f, median %.2f)"
                .formatted(time(0, round, time), time(1, round, time), time(5, round, time));
    }

    /** In milliseconds: the fastest's, or that below which so many tenths are. */
    private static double time(int tenths, List<Run> runs, ToLongFunction<Run> time) {
        return runs.stream()
                        .mapToLong(time)
                        .sorted()
                        .skip(runs.size() * tenths / 10)
                        .findFirst()
                        .orElseThrow()
                / 1e6;
    }

    /** One proof, and how long it took to verify it and to make its signature checks alone, in nanoseconds. */
    private static final class Run {
        private final byte[] bundle;
        private final Asked asked;
        private final NetworkTrust trust;
        private final List<Check> checks;
        private long whole;
        private long raw;
        private long again;

        Run(ProofDraft draft) {
            bundle = draft.bundle().write();
            asked = draft.asked;
            trust = draft.trust();
            checks = signatureChecks(draft);
        }

        void time(boolean wholeFirst) throws GeneralSecurityException {
            OfflineVerifier verifier = new OfflineVerifier(trust);
            if (wholeFirst) {
                whole = verification(verifier);
                raw = signatures();
            } else {
                raw = signatures();
                whole = verification(verifier);
            }
            again = verification(verifier);
        }

        private long verification(OfflineVerifier verifier) {
            long begun = System.nanoTime();
            assertEquals(Verdict.VALID, verifier.verify(bundle, asked).verdict());
            return System.nanoTime() - begun;
        }

        private long signatures() throws GeneralSecurityException {
            long begun = System.nanoTime();
            for (Check signature : checks) {
                signature.make();
            }
            return System.nanoTime() - begun;
        }
    }

    private interface Check {
        void make() throws GeneralSecurityException;
    }

    /** Three orderers, the creator, three endorsers of the transaction, three of the answer, and five certificates. */
    private static List<Check> signatureChecks(ProofDraft draft) {
        List<Check> checks = new ArrayList<>();
        List<TestIdentity> signers = new ArrayList<>(draft.block().signers.values());
        signers.add(draft.anchoring().creator);
        signers.addAll(draft.anchoring().endorsers);
        signers.addAll(draft.answer.endorsers);
        ByteString text = draft.answer.payload();
        for (TestIdentity signer : signers) {
            SigningKey key = SigningKey.of(signer.certificate()).orElseThrow();
            ByteString signature = signer.sign(text);
            checks.add(() -> assertTrue(key.verifies(signature, text)));
        }
        for (TestOrganisation organisation : draft.network.organisations()) {
            checks.add(issued(organisation.peer().certificate(), organisation));
        }
        checks.add(issued(draft.anchoring().creator.certificate(), draft.network.chamber()));
        return checks;
    }

    /** By the means that the verification has for it: the JDK's own, which takes most of the time. */
    private static Check issued(X509Certificate certificate, TestOrganisation organisation) {
        return () -> {
            Signature verifier = Signature.getInstance("SHA256withECDSA");
            verifier.initVerify(organisation.authority().certificate().getPublicKey());
            verifier.update(certificate.getTBSCertificate());
            assertTrue(verifier.verify(certificate.getSignature()));
        };
    }
}
