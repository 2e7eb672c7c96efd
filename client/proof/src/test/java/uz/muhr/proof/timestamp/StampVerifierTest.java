package uz.muhr.proof.timestamp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import uz.muhr.proof.ProofDraft;
import uz.muhr.proof.Step;
import uz.muhr.proof.bundle.ProofBundle;
import uz.muhr.proof.bundle.Witnesses;
import uz.muhr.proof.verification.OfflineVerifier;
import uz.muhr.proof.verification.ProofReport;
import uz.muhr.proof.witness.WitnessMade;

final class StampVerifierTest {
    @Test
    void aStampSaysByWhenTheBlocksWereThere() {
        StampReport.Stamped stamped = stamped(new StampDraft());
        Stamp stamp = stamped.stamps().get(0);
        assertEquals(1, stamped.stamps().size());
        assertEquals(ProofDraft.ANSWERED_AT.getEpochSecond() + 5, stamp.time().getEpochSecond());
        assertEquals(Duration.ofMillis(1500), stamp.accuracy());
        assertEquals(stamp.time().plusMillis(1500), stamp.by());
        assertEquals("CN=Stamps", stamp.authority());
        assertEquals(StampDraft.POLICY, stamp.policy());
        assertEquals("4d", stamp.serial());
    }

    @Test
    void everyCheckIsNamed() {
        Set<String> made =
                stamped(new StampDraft()).made().stream().map(WitnessMade::name).collect(Collectors.toSet());
        assertEquals(
                Set.of(
                        "TIMESTAMP_FORM",
                        "TIMESTAMP_IMPRINT",
                        "TIMESTAMP_CERTIFICATE",
                        "TIMESTAMP_ALGORITHM",
                        "TIMESTAMP_SIGNATURE",
                        "TIMESTAMP_USAGE",
                        "TIMESTAMP_TIME",
                        "TIMESTAMP_CHAIN",
                        "TIMESTAMP_POLICY"),
                made);
    }

    @Test
    void whatIsStampedIsTheChannelAndEachBlock() {
        ProofDraft draft = ProofDraft.anchored()
                .then(Step.Operation.SUSPEND)
                .reconfigured()
                .then(Step.Operation.REINSTATE);
        ProofBundle bundle = draft.bundle();
        String text = OrderedPart.text("documents", bundle);
        List<String> lines = text.lines().toList();
        assertEquals("muhr-ordered/v1", lines.get(0));
        assertEquals("channel documents", lines.get(1));
        assertTrue(lines.get(2).matches("configuration 9 [0-9a-f]{64}"), text);
        assertTrue(lines.get(3).matches("block 7 [0-9a-f]{64}"), text);
        assertTrue(lines.get(4).matches("block 8 [0-9a-f]{64}"), text);
        assertTrue(lines.get(5).matches("block 10 [0-9a-f]{64}"), text);
        assertEquals(6, lines.size());
        assertTrue(text.endsWith("\n"));
    }

    @Test
    void anyPolicyDoesWhereNoneIsPinned() {
        StampDraft draft = new StampDraft();
        draft.policy = "1.2.3";
        draft.pinnedPolicy = Optional.empty();
        assertEquals("1.2.3", stamped(draft).stamps().get(0).policy());
    }

    @Test
    void anAuthorityMayStandBetweenTheRootAndTheOneThatStamps() {
        StampDraft draft = new StampDraft();
        TestStampAuthority middle = draft.root.below("Middle");
        middle.authority = true;
        draft.between.add(middle);
        draft.stamping = middle.stamping(TestStampAuthority.newKeys("EC", 256));
        stamped(draft);
    }

    @Test
    void rsaStampsToo() {
        StampDraft draft = new StampDraft();
        draft.stamping = draft.root.stamping(TestStampAuthority.newKeys("RSA", 2048));
        draft.algorithm = "SHA512withRSA";
        stamped(draft);
    }

    @Test
    void theProofItselfIsTheSameWithAStamp() {
        ProofDraft draft = ProofDraft.anchored();
        draft.bundle = made -> made.with(Witnesses.stamped(new byte[] {1, 2, 3}));
        assertInstanceOf(ProofReport.Proven.class, draft.verify());
        ProofBundle read = ProofBundle.parse(draft.bundle().write());
        assertEquals(draft.bundle(), read);
        assertInstanceOf(
                ProofReport.Proven.class,
                new OfflineVerifier(draft.trust()).verify(draft.bundle().write(), draft.asked));
    }

    @TestFactory
    Stream<DynamicTest> aStampIsOfThisBundle() {
        return Stream.of(
                fails("TIMESTAMP_IMPRINT", "of another hash", draft -> draft.imprint = made -> new byte[32]),
                fails("TIMESTAMP_IMPRINT", "of another channel", draft -> draft.channel = "seals"),
                fails("TIMESTAMP_IMPRINT", "by SHA-1", draft -> {
                    draft.imprintDigest = OIWObjectIdentifiers.idSHA1;
                    draft.imprint = made -> Arrays.copyOf(made, 20);
                }),
                fails(
                        "TIMESTAMP_IMPRINT",
                        "a block left out afterwards",
                        draft -> draft.stamped =
                                made -> new ProofBundle(List.of(), List.of(), made.answers(), made.witnesses())),
                fails(
                        "TIMESTAMP_IMPRINT",
                        "the stamp of another bundle",
                        draft -> draft.stamped = made -> ProofDraft.anchored()
                                .then(Step.Operation.REVOKE)
                                .bundle()
                                .with(made.witnesses())),
                fails(
                        "BLOCK_FORM",
                        "a block that is none",
                        draft -> draft.stamped = made -> new ProofBundle(
                                List.of(), List.of(ByteString.copyFromUtf8("x")), made.answers(), made.witnesses())));
    }

    @TestFactory
    Stream<DynamicTest> aStampIsSignedByItsAuthority() {
        return Stream.of(
                fails(
                        "TIMESTAMP_CERTIFICATE",
                        "named by SHA-1 alone, as RFC 3161 had it",
                        draft -> draft.oldNaming = true),
                fails(
                        "TIMESTAMP_CERTIFICATE",
                        "another certificate of the key named",
                        draft -> draft.named =
                                made -> draft.root.stamping(draft.stamping.keys).certificate()),
                fails("TIMESTAMP_CERTIFICATE", "no certificate in it", draft -> draft.withCertificates = false),
                fails("TIMESTAMP_ALGORITHM", "a short key", draft -> {
                    draft.stamping = draft.root.stamping(TestStampAuthority.newKeys("RSA", 1024));
                    draft.algorithm = "SHA256withRSA";
                }),
                fails("TIMESTAMP_ALGORITHM", "SHA-1", draft -> draft.algorithm = "SHA1withECDSA"),
                fails("TIMESTAMP_ALGORITHM", "SHA-1 under a key whose signatures do not name it", draft -> {
                    draft.stamping = draft.root.stamping(TestStampAuthority.newKeys("RSA", 2048));
                    draft.algorithm = "SHA1withRSA";
                }),
                fails("TIMESTAMP_ALGORITHM", "SHA-1 in the signature alone", draft -> {
                    draft.algorithm = "SHA1withECDSA";
                    draft.digest = Optional.of(NISTObjectIdentifiers.id_sha256);
                }),
                fails(
                        "TIMESTAMP_SIGNATURE",
                        "another policy than was signed",
                        draft -> draft.token = StampVerifierTest::otherPolicy),
                fails(
                        "TIMESTAMP_SIGNATURE",
                        "a byte of the signature",
                        draft -> draft.token = StampVerifierTest::last));
    }

    @TestFactory
    Stream<DynamicTest> theCertificateIsForStampingAlone() {
        return Stream.of(
                fails("TIMESTAMP_USAGE", "no usage stated", draft -> draft.stamping.purposes = new KeyPurposeId[0]),
                fails("TIMESTAMP_USAGE", "not critical", draft -> draft.stamping.critical = false),
                fails(
                        "TIMESTAMP_USAGE",
                        "for servers too",
                        draft -> draft.stamping.purposes =
                                new KeyPurposeId[] {KeyPurposeId.id_kp_timeStamping, KeyPurposeId.id_kp_serverAuth}),
                fails(
                        "TIMESTAMP_USAGE",
                        "for servers alone",
                        draft -> draft.stamping.purposes = new KeyPurposeId[] {KeyPurposeId.id_kp_serverAuth}),
                fails(
                        "TIMESTAMP_USAGE",
                        "for anything",
                        draft -> draft.stamping.purposes = new KeyPurposeId[] {KeyPurposeId.anyExtendedKeyUsage}),
                fails(
                        "TIMESTAMP_USAGE",
                        "for agreeing on keys",
                        draft -> draft.stamping.usage = KeyUsage.keyAgreement));
    }

    @TestFactory
    Stream<DynamicTest> theTimeIsOneAtWhichAllWereValid() {
        return Stream.of(
                fails(
                        "TIMESTAMP_TIME",
                        "after the certificate's",
                        draft -> draft.stamping.until = draft.time.minusSeconds(1)),
                fails(
                        "TIMESTAMP_TIME",
                        "before the certificate's",
                        draft -> draft.stamping.from = draft.time.plusSeconds(60)),
                fails(
                        "TIMESTAMP_TIME",
                        "older than what it stamps",
                        draft -> draft.time = draft.newest.minusSeconds(600)),
                fails("TIMESTAMP_CHAIN", "after the root's", draft -> draft.root.until = draft.time.minusSeconds(1)),
                fails("TIMESTAMP_CHAIN", "after that of the one between", draft -> {
                    TestStampAuthority middle = draft.root.below("Middle");
                    middle.authority = true;
                    middle.until = draft.time.minusSeconds(1);
                    draft.between.add(middle);
                    draft.stamping = middle.stamping(TestStampAuthority.newKeys("EC", 256));
                }));
    }

    @TestFactory
    Stream<DynamicTest> theChainEndsAtAPinnedRoot() {
        return Stream.of(
                fails(
                        "TIMESTAMP_CHAIN",
                        "at another root of the same name",
                        draft -> draft.pinned = List.of(TestStampAuthority.root())),
                fails("TIMESTAMP_CHAIN", "one between is left out", draft -> {
                    TestStampAuthority middle = draft.root.below("Middle");
                    middle.authority = true;
                    draft.stamping = middle.stamping(TestStampAuthority.newKeys("EC", 256));
                }),
                fails("TIMESTAMP_CHAIN", "one between may not issue", draft -> {
                    TestStampAuthority middle = draft.root.below("Middle");
                    draft.between.add(middle);
                    draft.stamping = middle.stamping(TestStampAuthority.newKeys("EC", 256));
                }),
                fails("TIMESTAMP_CHAIN", "the root comes along and is not pinned", draft -> {
                    draft.pinned = List.of(TestStampAuthority.root());
                    draft.between.add(draft.root);
                }),
                fails("TIMESTAMP_POLICY", "another policy", draft -> draft.policy = "1.2.3"));
    }

    /** The policy stands in the token as it is written; one of its bytes is made another. */
    private static ByteString otherPolicy(ByteString token) {
        byte[] bytes = token.toByteArray();
        byte[] wanted = {0x06, 0x09, 0x2b, 0x06, 0x01, 0x04, 0x01, (byte) 0xa0, 0x32, 0x02, 0x03};
        for (int i = 0; i + wanted.length < bytes.length; i++) {
            if (Arrays.equals(Arrays.copyOfRange(bytes, i, i + wanted.length), wanted)) {
                bytes[i + wanted.length - 1] = 0x04;
                return ByteString.copyFrom(bytes);
            }
        }
        throw new IllegalStateException("There is no policy in the token.");
    }

    private static ByteString last(ByteString token) {
        byte[] bytes = token.toByteArray();
        bytes[bytes.length - 1] ^= 1;
        return ByteString.copyFrom(bytes);
    }

    private static StampReport.Stamped stamped(StampDraft draft) {
        StampReport report = draft.verify();
        return assertInstanceOf(StampReport.Stamped.class, report, report::toString);
    }

    private static DynamicTest fails(String check, String name, Consumer<StampDraft> change) {
        return DynamicTest.dynamicTest(name + ": " + check, () -> {
            StampDraft draft = new StampDraft();
            change.accept(draft);
            StampReport.NotStamped failed =
                    assertInstanceOf(StampReport.NotStamped.class, draft.verify(), "it was taken for a stamp");
            assertEquals(check, failed.failed(), failed.fault());
            assertTrue(failed.fault().endsWith("."), failed.fault());
        });
    }
}
