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
import uz.muhr.proof.TestOrganisation;
import uz.muhr.proof.bundle.NetworkTrust;
import uz.muhr.proof.identity.SigningKey;
import uz.muhr.protocol.verdict.Verdict;

/** What a verification costs beside the signatures that it cannot do without. */
@Tag("long")
final class VerificationCostTest {
    private static final int RUNS = 400;
    private static final int WARM_UP = 300;

    private final ProofDraft draft = ProofDraft.anchored();

    @Test
    void aVerificationCostsLittleMoreThanItsSignatures() throws GeneralSecurityException {
        byte[] bundle = draft.bundle().write();
        NetworkTrust trust = draft.trust();
        OfflineVerifier again = new OfflineVerifier(trust);
        List<Check> signatures = signatures();
        long[] whole = new long[RUNS];
        long[] raw = new long[RUNS];
        long[] warm = new long[RUNS];
        for (int i = -WARM_UP; i < RUNS; i++) {
            long begun = System.nanoTime();
            assertEquals(
                    Verdict.VALID,
                    new OfflineVerifier(trust).verify(bundle, draft.asked).verdict());
            long between = System.nanoTime();
            for (Check signature : signatures) {
                signature.make();
            }
            long ended = System.nanoTime();
            assertEquals(Verdict.VALID, again.verify(bundle, draft.asked).verdict());
            long last = System.nanoTime();
            if (i >= 0) {
                warm[i] = last - ended;
                whole[i] = between - begun;
                raw[i] = ended - between;
            }
        }
        double ratio = (double) median(whole) / median(raw);
        System.out.printf(
                "offline verification: %.2f ms, its %d signatures alone: %.2f ms, ratio %.2f; by a verifier that knows the certificates: %.2f ms; bundle %d bytes%n",
                median(whole) / 1e6, signatures.size(), median(raw) / 1e6, ratio, median(warm) / 1e6, bundle.length);
        assertTrue(ratio <= 1.25, "ratio " + ratio);
    }

    private interface Check {
        void make() throws GeneralSecurityException;
    }

    /** Three orderers, the creator, three endorsers of the transaction, three of the answer, and five certificates. */
    private List<Check> signatures() {
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
