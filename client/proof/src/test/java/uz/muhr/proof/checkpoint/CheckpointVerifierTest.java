package uz.muhr.proof.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uz.muhr.proof.ProofDraft;
import uz.muhr.proof.TestIdentity;
import uz.muhr.proof.bundle.CheckpointFile;
import uz.muhr.proof.bundle.NetworkTrust;
import uz.muhr.proof.message.Digest;
import uz.muhr.proof.witness.WitnessCheck;
import uz.muhr.proof.witness.WitnessMade;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.refusal.Refusal;

final class CheckpointVerifierTest {
    private final CheckpointDraft draft = CheckpointDraft.cosigned();

    @Test
    void whatThreeOrganisationsSignedIsWitnessed() {
        CheckpointReport.Witnessed witnessed = witnessed();
        assertEquals(
                new Checkpoint("documents", draft.proof.trust().pin(), draft.height, draft.hash),
                witnessed.checkpoint());
        assertEquals(
                organisations("CarrierMSP", "ChamberMSP", "CustomsMSP"),
                witnessed.cosigners().keySet());
        assertEquals(
                Set.of(Instant.parse("2026-06-01T10:00:00Z")),
                Set.copyOf(witnessed.cosigners().values()));
        assertEquals(0, witnessed.ignored());
    }

    @Test
    void everyCheckIsNamedWithWhoeverVouchesForIt() {
        Set<String> made = witnessed().made().stream().map(WitnessMade::name).collect(Collectors.toSet());
        assertTrue(made.containsAll(Set.of("PIN", "CERTIFICATE_ISSUED", "CERTIFICATE_REVOKED", "CERTIFICATE_ROLE")));
        assertTrue(made.containsAll(List.of(
                WitnessCheck.CHECKPOINT_FORM.name(),
                WitnessCheck.CHECKPOINT_ORIGIN.name(),
                WitnessCheck.CHECKPOINT_BLOCK.name(),
                WitnessCheck.COSIGNER_CERTIFICATE.name(),
                WitnessCheck.COSIGNATURE.name(),
                WitnessCheck.COSIGNER_ONCE.name(),
                WitnessCheck.COSIGNER_QUORUM.name())));
        WitnessMade quorum = witnessed().made().stream()
                .filter(check -> check.name().equals("COSIGNER_QUORUM"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("clients of CarrierMSP, ChamberMSP, CustomsMSP"), quorum.vouchedBy());
    }

    @Test
    void moreThanHalfIsAskedForUnlessANumberIs() {
        byte[] file = draft.file();
        assertInstanceOf(CheckpointReport.Witnessed.class, new CheckpointVerifier(draft.trust).verify(file));
        draft.signatures.remove(0);
        byte[] two = draft.file();
        assertInstanceOf(CheckpointReport.NotWitnessed.class, new CheckpointVerifier(draft.trust).verify(two));
        assertInstanceOf(CheckpointReport.Witnessed.class, new CheckpointVerifier(draft.trust, 2).verify(two));
        assertInstanceOf(CheckpointReport.NotWitnessed.class, new CheckpointVerifier(draft.trust, 4).verify(file));
    }

    @Test
    void aQuorumThatCannotBeIsRefused() {
        assertThrows(Refusal.class, () -> new CheckpointVerifier(draft.trust, 0));
        assertThrows(Refusal.class, () -> new CheckpointVerifier(draft.trust, 5));
    }

    @Test
    void signaturesOfUnknownKeysAreIgnoredAndCounted() {
        draft.note = made -> made + "— witness.example/w1 AAECAwQFBgc=\n";
        assertEquals(1, witnessed().ignored());
        assertEquals(3, witnessed().cosigners().size());
    }

    @Test
    void aSignatureOfWhichTheCertificateIsLeftOutDoesNotCount() {
        draft.quorum = 2;
        draft.file = made -> new CheckpointFile(made.note(), made.certificates().subList(1, 3), made.configurations());
        assertEquals(1, witnessed().ignored());
        assertFalse(witnessed().cosigners().containsKey(new MspId("CustomsMSP")));
    }

    @Test
    void theBlockOfAConfigurationIsKnownAndHasToBeTheSame() {
        CheckpointDraft later = CheckpointDraft.of(ProofDraft.anchored().reconfigured());
        later.endingWith(later.proof.configurationBlocks.get(0));
        assertInstanceOf(CheckpointReport.Witnessed.class, later.verify());
    }

    @Test
    void aTrustFileOfALaterConfigurationTakesTheFirstBlockFromTheCosigners() {
        CheckpointDraft later = CheckpointDraft.of(ProofDraft.anchored().reconfigured());
        later.trust = pinningLater(later);
        later.file = made -> new CheckpointFile(made.note(), made.certificates(), List.of());
        CheckpointReport.Witnessed witnessed =
                assertInstanceOf(CheckpointReport.Witnessed.class, later.verify(), () -> "" + later.verify());
        WitnessMade origin = witnessed.made().stream()
                .filter(check -> check.name().equals("CHECKPOINT_ORIGIN"))
                .findFirst()
                .orElseThrow();
        assertEquals(List.of("those who cosigned"), origin.vouchedBy());
    }

    @Test
    void whatIsSignedByOurOwnCodeHolds() {
        Checkpoint checkpoint = new Checkpoint("documents", draft.trust.pin(), 3, "77".repeat(32));
        Instant now = Instant.parse("2026-07-01T00:00:00.9Z");
        TestIdentity customs = draft.proof.network.customs().client();
        TestIdentity carrier = draft.proof.network.carrier().client();
        Cosigning first = cosigning(customs, now);
        Cosigning second = cosigning(carrier, now);
        CheckpointFile file = first.first(checkpoint, sign(customs, first, checkpoint, now), List.of());
        CheckpointFile both = second.more(file, sign(carrier, second, checkpoint, now), List.of());
        CheckpointReport.Witnessed witnessed = assertInstanceOf(
                CheckpointReport.Witnessed.class, new CheckpointVerifier(draft.trust, 2).verify(both.write()));
        assertEquals(checkpoint, witnessed.checkpoint());
        assertEquals(
                Instant.parse("2026-07-01T00:00:00Z"), witnessed.cosigners().get(new MspId("CarrierMSP")));
        assertThrows(Refusal.class, () -> second.more(both, new byte[1], List.of()));
    }

    /** A token signs digests; the draft signs messages, and both have to be of the same. */
    private static byte[] sign(TestIdentity identity, Cosigning cosigning, Checkpoint checkpoint, Instant now) {
        ByteString message = ByteString.copyFromUtf8("muhr-cosignature/v1\ncosigner muhr/documents/"
                + identity.organisation() + "\ntime " + now.getEpochSecond() + "\n" + checkpoint.text());
        assertEquals(ByteString.copyFrom(Digest.of(message)), ByteString.copyFrom(cosigning.digest(checkpoint)));
        return identity.sign(message).toByteArray();
    }

    private static Cosigning cosigning(TestIdentity identity, Instant now) {
        try {
            return new Cosigning(
                    "documents",
                    new MspId(identity.organisation()),
                    identity.certificate().getEncoded(),
                    now);
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static NetworkTrust pinningLater(CheckpointDraft draft) {
        ByteString signed = draft.proof.configurationBlocks.get(0).bytes();
        ByteString pinned = uz.muhr.proof.Bytes.changed(
                        org.hyperledger.fabric.protos.common.Block.parser(),
                        block -> block.toBuilder().clearMetadata().build())
                .apply(signed);
        return new NetworkTrust(
                "documents",
                draft.trust.chaincode(),
                CheckpointDraft.headerHash(draft.proof.configurationBlocks.get(0)),
                pinned,
                draft.trust.organisations());
    }

    private CheckpointReport.Witnessed witnessed() {
        CheckpointReport report = draft.verify();
        return assertInstanceOf(CheckpointReport.Witnessed.class, report, report::toString);
    }

    private static Set<MspId> organisations(String... names) {
        Set<MspId> organisations = new TreeSet<>();
        for (String name : names) {
            organisations.add(new MspId(name));
        }
        return organisations;
    }
}
