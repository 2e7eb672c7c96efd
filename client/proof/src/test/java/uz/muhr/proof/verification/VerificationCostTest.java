package uz.muhr.proof.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uz.muhr.proof.ProofDraft;
import uz.muhr.proof.TestIdentity;
import uz.muhr.proof.TestNetwork;
import uz.muhr.proof.TestOrganisation;
import uz.muhr.proof.identity.SigningKey;
import uz.muhr.protocol.verdict.Verdict;

/** What a verification costs beside the signatures that it cannot do without. */
@Tag("long")
final class VerificationCostTest {
    private static final int RUNS = 200;
    private static final int WARM_UP = 4000;

    /** Measured: 1.37 to 1.44, most of the rest being protobuf, JSON and the search for certificate paths. */
    private static final double MOST = 1.5;

    /** Each run that counts has certificates of its own: the JDK remembers those that it has checked. */
    @Test
    void aVerificationCostsLittleMoreThanItsSignatures() throws GeneralSecurityException {
        long[] whole = new long[RUNS];
        long[] raw = new long[RUNS];
        long[] again = new long[RUNS];
        warmUp();
        for (int i = 0; i < RUNS; i++) {
            ProofDraft draft = ProofDraft.anchored(TestNetwork.create());
            byte[] bundle = draft.bundle().write();
            List<Check> signatures = signatures(draft);
            OfflineVerifier verifier = new OfflineVerifier(draft.trust());
            long begun = System.nanoTime();
            assertEquals(Verdict.VALID, verifier.verify(bundle, draft.asked).verdict());
            long first = System.nanoTime();
            assertEquals(Verdict.VALID, verifier.verify(bundle, draft.asked).verdict());
            long second = System.nanoTime();
            for (Check signature : signatures) {
                signature.make();
            }
            long ended = System.nanoTime();
            whole[i] = first - begun;
            again[i] = second - first;
            raw[i] = ended - second;
        }
        double ratio = (double) median(whole) / median(raw);
        System.out.printf(
                "offline verification: %.2f ms, its signatures alone: %.2f ms, ratio %.2f; the next with the same keys: %.2f ms%n",
                median(whole) / 1e6, median(raw) / 1e6, ratio, median(again) / 1e6);
        assertTrue(ratio <= MOST, "ratio " + ratio);
    }

    /** On one network, whose keys need not be made anew each time. */
    private static void warmUp() throws GeneralSecurityException {
        ProofDraft draft = ProofDraft.anchored();
        byte[] bundle = draft.bundle().write();
        List<Check> signatures = signatures(draft);
        for (int i = 0; i < WARM_UP; i++) {
            new OfflineVerifier(draft.trust()).verify(bundle, draft.asked);
            signatures.get(i % signatures.size()).make();
        }
    }

    private interface Check {
        void make() throws GeneralSecurityException;
    }

    /** Three orderers, the creator, three endorsers of the transaction, three of the answer, and five certificates. */
    private static List<Check> signatures(ProofDraft draft) {
        List<Check> signatures = new ArrayList<>();
        List<TestIdentity> signers = new ArrayList<>(draft.block().signers.values());
        signers.add(draft.anchoring().creator);
        signers.addAll(draft.anchoring().endorsers);
        signers.addAll(draft.answer.endorsers);
        ByteString text = draft.answer.payload();
        for (TestIdentity signer : signers) {
            SigningKey key = SigningKey.of(signer.certificate()).orElseThrow();
            ByteString signature = signer.sign(text);
            signatures.add(() -> assertTrue(key.verifies(signature, text)));
        }
        for (TestOrganisation organisation : draft.network.organisations()) {
            signatures.add(issued(organisation.peer().certificate(), organisation));
        }
        signatures.add(issued(draft.anchoring().creator.certificate(), draft.network.chamber()));
        return signatures;
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

    private static long median(long[] times) {
        long[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
