package uz.muhr.proof.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import uz.muhr.proof.Bytes;
import uz.muhr.proof.ProofDraft;
import uz.muhr.proof.TestIdentity;
import uz.muhr.proof.TestNetwork;
import uz.muhr.proof.bundle.CheckpointFile;

/** What somebody might try with a checkpoint, and the check that finds it. */
final class CheckpointAttacksTest {
    @TestFactory
    Stream<DynamicTest> theFileIsInItsOneForm() {
        return Stream.of(
                json("an unknown member", "\"format\":1", "\"format\":1,\"more\":1"),
                json("another format", "\"format\":1", "\"format\":2"),
                json("a missing member", "\"configurations\":[],", ""),
                json("white space", "\"format\":1", "\"format\": 1"),
                json("an extension line", "12\\n", "12\\nmore\\n"),
                json("a carriage return", "12\\n", "12\\r\\n"),
                fails("CHECKPOINT_FORM", "no signature", draft -> draft.note = made -> draft.text() + "\n"),
                fails("CHECKPOINT_FORM", "an empty file", draft -> draft.bytes = made -> new byte[0]),
                fails(
                        "CHECKPOINT_FORM",
                        "a file that is too large",
                        draft -> draft.bytes = made -> Arrays.copyOf(made, CheckpointFile.MAX_BYTES + 1)));
    }

    @TestFactory
    Stream<DynamicTest> itIsOfTheTrustedChain() {
        return Stream.of(
                fails(
                        "CHECKPOINT_ORIGIN",
                        "of another channel, rightly signed",
                        draft -> draft.text = made -> made.replace("documents", "seals")),
                fails(
                        "CHECKPOINT_ORIGIN",
                        "of another first block, rightly signed",
                        draft -> draft.text =
                                made -> made.replace(draft.proof.trust().pin(), "77".repeat(32))),
                fails(
                        "CHECKPOINT_ORIGIN",
                        "held against another trust file",
                        draft -> draft.trust =
                                ProofDraft.anchored(TestNetwork.create()).trust()),
                fails("CHECKPOINT_BLOCK", "another block where the pinned one is", draft -> draft.height = 1),
                fails(
                        "CHECKPOINT_BLOCK",
                        "another block where a later configuration is",
                        CheckpointDraft.of(ProofDraft.anchored().reconfigured()),
                        draft -> draft.height = draft.proof.configurationBlocks.get(0).number + 1),
                fails(
                        "ORDERER_SIGNATURES",
                        "a configuration that too few orderers signed",
                        CheckpointDraft.of(ProofDraft.anchored().reconfigured()),
                        draft -> draft.proof.configurationBlocks.get(0).signers.remove(1)));
    }

    @TestFactory
    Stream<DynamicTest> whatIsSignedIsWhatIsSaid() {
        return Stream.of(
                fails("COSIGNATURE", "another hash, and the signatures kept", draft -> {
                    draft.note = made -> made.replace("Xl5eXl5e", "Xl5eXl5f");
                }),
                fails("COSIGNATURE", "another height, and the signatures kept", draft -> {
                    draft.note = made -> made.replace("\n12\n", "\n13\n");
                }),
                signature(
                        "COSIGNATURE",
                        "another time than was signed",
                        it -> it.seconds = made -> Bytes.flipped(made, 7)),
                signature(
                        "COSIGNATURE",
                        "a time below zero",
                        it -> it.seconds = made -> ByteString.copyFrom(new byte[] {-1, 0, 0, 0, 0, 0, 0, 0})),
                signature("COSIGNATURE", "a time alone", it -> it.signature = made -> ByteString.EMPTY),
                signature("COSIGNATURE", "less than a time", it -> {
                    it.seconds = made -> made.substring(0, 3);
                    it.signature = made -> ByteString.EMPTY;
                }),
                signature(
                        "COSIGNATURE", "a byte of the signature", it -> it.signature = made -> Bytes.flipped(made, 20)),
                signature("COSIGNATURE", "a byte after the signature", it -> it.signature = CheckpointDraft.longer()),
                signature("COSIGNATURE", "the higher s", it -> it.highS = true),
                signature(
                        "COSIGNATURE",
                        "another cosigner's name signed",
                        it -> it.message = made -> made.replace("CustomsMSP", "CarrierMSP")),
                signature(
                        "COSIGNATURE",
                        "the note alone signed, as C2SP's plain signatures are",
                        it -> it.message = made -> made.substring(made.indexOf("muhr/documents/" + pin(made)))));
    }

    private static String pin(String message) {
        String[] lines = message.split("\n", -1);
        return lines[3].substring(lines[3].lastIndexOf('/') + 1);
    }

    @TestFactory
    Stream<DynamicTest> clientsOfTheTrustedOrganisationsSign() {
        TestNetwork network = TestNetwork.get();
        TestIdentity foreign = TestNetwork.create().customs().client();
        return Stream.of(
                signer("CERTIFICATE_ISSUED", "somebody of another authority", foreign),
                signer(
                        "CERTIFICATE_ISSUED",
                        "another organisation's client in its name",
                        network.quarantine().client().as("CustomsMSP")),
                signer("CERTIFICATE_ROLE", "a peer", network.customs().peer()),
                signer("CERTIFICATE_ROLE", "an orderer", network.customs().orderer()),
                signer(
                        "CERTIFICATE_ISSUED",
                        "an authority",
                        network.customs().authority().issueAuthority("CustomsMSP", "CN=sub,OU=client")),
                fails("CERTIFICATE_ISSUED", "a key on another curve", draft -> {
                    TestIdentity other =
                            network.customs().authority().issueOnCurve("CustomsMSP", "CN=User2,OU=client", "secp384r1");
                    draft.signature().certificate = made -> new CosignatureDraft(other).certificate();
                }),
                signer(
                        "COSIGNER_CERTIFICATE",
                        "an organisation that the trust file does not name",
                        network.customs().client().as("OtherMSP")),
                signature(
                        "CERTIFICATE_TIME",
                        "before the certificate's time",
                        it -> it.time = Instant.parse("2025-12-31T23:59:59Z")),
                signature(
                        "CERTIFICATE_TIME",
                        "after the certificate's time",
                        it -> it.time = Instant.parse("2036-01-01T00:00:01Z")),
                revoked());
    }

    private static DynamicTest revoked() {
        ProofDraft proof = ProofDraft.anchored().reconfigured();
        proof.reconfiguration()
                .membership("CustomsMSP")
                .addRevocationList(proof.network
                        .customs()
                        .authority()
                        .revoking(proof.network.customs().client().certificate()));
        return fails("CERTIFICATE_REVOKED", "a revoked client", CheckpointDraft.of(proof), draft -> {});
    }

    @TestFactory
    Stream<DynamicTest> eachOrganisationCountsOnceWithItsCertificate() {
        return Stream.of(
                fails("COSIGNER_QUORUM", "one too few", draft -> draft.signatures.remove(0)),
                fails("COSIGNER_ONCE", "one organisation's two clients", draft -> {
                    TestIdentity second =
                            draft.proof.network.customs().authority().issue("CustomsMSP", "CN=User2,OU=client");
                    draft.signatures.set(1, new CosignatureDraft(second));
                }),
                fails("COSIGNER_ONCE", "one signature twice, its certificate too", draft -> {
                    draft.signatures.set(1, new CosignatureDraft(draft.signature().signer));
                }),
                fails(
                        "COSIGNER_CERTIFICATE",
                        "a certificate of no signature",
                        draft -> draft.file = made -> new CheckpointFile(
                                made.note(),
                                Stream.concat(
                                                made.certificates().stream(),
                                                Stream.of(made.certificates().get(0)))
                                        .toList(),
                                made.configurations())),
                signature(
                        "COSIGNER_CERTIFICATE",
                        "a byte after a certificate",
                        it -> it.certificate = CheckpointDraft.longer()),
                signature(
                        "COSIGNER_CERTIFICATE",
                        "no certificate at all",
                        it -> it.certificate = made -> ByteString.copyFromUtf8("certificate")),
                signature(
                        "COSIGNER_CERTIFICATE", "a certificate as PEM", it -> it.certificate = made -> it.signer.pem()),
                signature("COSIGNER_CERTIFICATE", "another key id", it -> it.keyId = made -> Bytes.flipped(made, 0)),
                signature(
                        "COSIGNER_CERTIFICATE",
                        "a key id of C2SP's own kind of ECDSA",
                        it -> it.kind = ByteString.copyFrom(new byte[] {2})),
                signature("COSIGNER_CERTIFICATE", "a name of another channel", it -> it.name = "muhr/seals/CustomsMSP"),
                signature("COSIGNER_CERTIFICATE", "a name of no organisation", it -> it.name = "muhr/documents/_"));
    }

    @Test
    void noByteIsWithoutEffect() {
        CheckpointDraft draft = CheckpointDraft.cosigned();
        byte[] whole = draft.file();
        Random random = new Random(20261126);
        for (int i = 0; i < whole.length; i++) {
            byte[] damaged = whole.clone();
            damaged[i] = (byte) (damaged[i] + 1 + random.nextInt(255));
            int place = i;
            assertInstanceOf(
                    CheckpointReport.NotWitnessed.class,
                    new CheckpointVerifier(draft.trust).verify(damaged),
                    () -> "byte " + place + " is " + damaged[place]);
        }
        for (int length = 0; length < whole.length; length += 31) {
            assertInstanceOf(
                    CheckpointReport.NotWitnessed.class,
                    new CheckpointVerifier(draft.trust).verify(Arrays.copyOf(whole, length)));
        }
    }

    private static DynamicTest signer(String check, String name, TestIdentity signer) {
        return fails(check, name, draft -> draft.signatures.set(0, new CosignatureDraft(signer)));
    }

    private static DynamicTest signature(String check, String name, Consumer<CosignatureDraft> change) {
        return fails(check, name, draft -> change.accept(draft.signature()));
    }

    private static DynamicTest json(String name, String old, String by) {
        return fails(
                "CHECKPOINT_FORM",
                name,
                draft -> draft.bytes = made -> new String(made, StandardCharsets.UTF_8)
                        .replace(old, by)
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static DynamicTest fails(String check, String name, Consumer<CheckpointDraft> change) {
        return fails(check, name, CheckpointDraft.cosigned(), change);
    }

    private static DynamicTest fails(
            String check, String name, CheckpointDraft draft, Consumer<CheckpointDraft> change) {
        return DynamicTest.dynamicTest(name + ": " + check, () -> {
            change.accept(draft);
            CheckpointReport report = draft.verify();
            CheckpointReport.NotWitnessed failed =
                    assertInstanceOf(CheckpointReport.NotWitnessed.class, report, "it was taken for witnessed");
            assertEquals(check, failed.failed(), failed.fault());
            assertTrue(failed.fault().endsWith("."), failed.fault());
        });
    }
}
