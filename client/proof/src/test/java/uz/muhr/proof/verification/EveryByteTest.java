package uz.muhr.proof.verification;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import uz.muhr.proof.Bytes;
import uz.muhr.proof.ProofDraft;
import uz.muhr.proof.Step;
import uz.muhr.proof.bundle.NetworkTrust;
import uz.muhr.proof.bundle.ProofBundle;

/** No byte of a bundle is without effect: whichever is changed, and however, nothing is proved any more. */
final class EveryByteTest {
    private static final ProofDraft DRAFT = ProofDraft.anchored();
    private static final NetworkTrust TRUST = DRAFT.trust();
    private static final OfflineVerifier VERIFIER = new OfflineVerifier(TRUST);

    @Test
    void everyByteOfASmallBundleCounts() {
        byte[] whole = DRAFT.bundle().write();
        assertInstanceOf(ProofReport.Proven.class, VERIFIER.verify(whole, DRAFT.asked));
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] ^= 1;
            assertUnproven(damaged, "byte " + i);
        }
    }

    /** The file's own form is whole here, so that what is changed has to be found in the messages. */
    @Test
    void bytesOfTheMessagesCount() {
        ProofBundle whole = DRAFT.bundle();
        for (int i = 0; i < whole.blocks().get(0).size(); i += 2) {
            assertUnproven(
                    new ProofBundle(
                            List.of(), List.of(Bytes.flipped(whole.blocks().get(0), i)), whole.answers()),
                    "block, byte " + i);
        }
        for (int i = 0; i < whole.answers().get(0).size(); i += 2) {
            assertUnproven(
                    new ProofBundle(
                            List.of(),
                            whole.blocks(),
                            List.of(Bytes.flipped(whole.answers().get(0), i))),
                    "answer, byte " + i);
        }
    }

    @Test
    void bytesOfALongerBundleCountToo() {
        ProofDraft draft = ProofDraft.anchored()
                .then(Step.Operation.SUSPEND)
                .reconfigured()
                .then(Step.Operation.REINSTATE)
                .then(Step.Operation.RENEW);
        OfflineVerifier verifier = new OfflineVerifier(draft.trust());
        byte[] whole = draft.bundle().write();
        assertInstanceOf(ProofReport.Proven.class, verifier.verify(whole, draft.asked));
        Random random = new Random(20261126);
        for (int i = 0; i < 500; i++) {
            byte[] damaged = whole.clone();
            int place = random.nextInt(whole.length);
            damaged[place] = (byte) (damaged[place] + 1 + random.nextInt(255));
            ProofReport report = verifier.verify(damaged, draft.asked);
            assertFalse(report instanceof ProofReport.Proven, "byte " + place + " is " + damaged[place]);
        }
    }

    @Test
    void aBundleCutShortProvesNothing() {
        byte[] whole = DRAFT.bundle().write();
        for (int length = 0; length < whole.length; length += 97) {
            assertUnproven(Arrays.copyOf(whole, length), length + " bytes");
        }
    }

    @Test
    void aMessageCutShortProvesNothing() {
        ProofBundle whole = DRAFT.bundle();
        List<ByteString> messages = new ArrayList<>(whole.blocks());
        messages.addAll(whole.answers());
        for (int length = 1; length < messages.get(0).size(); length += 13) {
            assertUnproven(
                    new ProofBundle(List.of(), List.of(messages.get(0).substring(0, length)), whole.answers()),
                    "block of " + length);
        }
        for (int length = 1; length < messages.get(1).size(); length += 13) {
            assertUnproven(
                    new ProofBundle(
                            List.of(), whole.blocks(), List.of(messages.get(1).substring(0, length))),
                    "answer of " + length);
        }
    }

    private static void assertUnproven(ProofBundle bundle, String what) {
        assertUnproven(bundle.write(), what);
    }

    private static void assertUnproven(byte[] bundle, String what) {
        assertFalse(VERIFIER.verify(bundle, DRAFT.asked) instanceof ProofReport.Proven, what);
    }
}
