package uz.muhr.proof.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static uz.muhr.proof.check.Check.CERTIFICATE_ISSUED;
import static uz.muhr.proof.check.Check.CERTIFICATE_REVOKED;
import static uz.muhr.proof.check.Check.CERTIFICATE_ROLE;
import static uz.muhr.proof.check.Check.CONFIGURATION_FORM;
import static uz.muhr.proof.check.Check.MEMBERSHIP_KEPT;
import static uz.muhr.proof.check.Check.ORDERER_SIGNATURES;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.common.MetadataSignature;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import uz.muhr.proof.BlockDraft;
import uz.muhr.proof.Bytes;
import uz.muhr.proof.ProofDraft;
import uz.muhr.proof.Step;
import uz.muhr.proof.TestAuthority;
import uz.muhr.proof.TestIdentity;
import uz.muhr.proof.check.Check;
import uz.muhr.protocol.verdict.Verdict;

/** Blocks of a channel whose orderers agree by Raft: one of them signs, and nobody counts who is no orderer. */
final class RaftTest {
    private static final String CUSTOMS = "CustomsMSP";

    @Test
    void oneOrderersWordIsNamedAsSuch() {
        ProofReport.Proven proven = proven(raft());
        assertEquals(Verdict.VALID, proven.verdict());
        assertEquals(List.of("one orderer, of CustomsMSP"), vouchers(proven, ORDERER_SIGNATURES));
    }

    @Test
    void anyOrdererOfTheOrderingOrganisationsMayLead() {
        ProofDraft draft = raft();
        leader(draft, draft.network.carrier().orderer());
        assertEquals(List.of("one orderer, of CarrierMSP"), vouchers(proven(draft), ORDERER_SIGNATURES));
    }

    @Test
    void aLaterConfigurationIsSignedByTheOrderersOfTheOneBefore() {
        ProofDraft draft =
                ProofDraft.anchored().reconfigured().then(Step.Operation.REVOKE).byRaft();
        draft.reconfiguration().orderers.keySet().retainAll(List.of(CUSTOMS));
        assertEquals(Verdict.REVOKED, proven(draft).verdict());
    }

    /** A block states no time to hold it against. */
    @Test
    void anOrderersCertificateMayHaveExpired() {
        ProofDraft draft = raft();
        leader(
                draft,
                draft.network
                        .customs()
                        .authority()
                        .issue(
                                CUSTOMS,
                                "CN=old,OU=orderer",
                                TestAuthority.FROM,
                                Instant.parse("2026-01-02T00:00:00Z")));
        assertEquals(Verdict.VALID, proven(draft).verdict());
    }

    @TestFactory
    Stream<DynamicTest> onlyAnOrdererMaySign() {
        return Stream.of(
                leader(CERTIFICATE_ROLE, "a peer", draft -> draft.network
                        .customs()
                        .peer()),
                leader(CERTIFICATE_ROLE, "a client", draft -> draft.network
                        .customs()
                        .client()),
                leader(
                        CERTIFICATE_ROLE,
                        "an orderer that is a peer too",
                        draft -> draft.network.customs().authority().issue(CUSTOMS, "CN=both,OU=orderer+OU=peer")),
                leader(
                        CERTIFICATE_ISSUED,
                        "another's orderer in its name",
                        draft -> draft.network.carrier().orderer().as(CUSTOMS)),
                leader(CERTIFICATE_ISSUED, "an orderer of an authority of its own", draft -> TestAuthority.root(
                                "ca." + CUSTOMS)
                        .issue(CUSTOMS, "CN=orderer0,OU=orderer")),
                leader(
                        CERTIFICATE_ISSUED,
                        "an authority",
                        draft -> draft.network.customs().authority().issueAuthority(CUSTOMS, "CN=ca,OU=orderer")),
                leader(
                        ORDERER_SIGNATURES,
                        "an organisation that orders nothing",
                        draft -> draft.network.customs().orderer().as("ForeignMSP")),
                attack(
                        ORDERER_SIGNATURES,
                        "an organisation that no longer orders",
                        draft -> draft.genesis.orderers.remove(CUSTOMS)),
                attack(CERTIFICATE_REVOKED, "a revoked orderer", draft -> customs(draft)
                        .addRevocationList(draft.network
                                .customs()
                                .authority()
                                .revoking(draft.network.customs().orderer().certificate()))),
                attack(CERTIFICATE_ROLE, "without a unit for orderers there are none", draft -> customs(draft)
                        .getFabricNodeOusBuilder()
                        .clearOrdererOuIdentifier()));
    }

    @TestFactory
    Stream<DynamicTest> oneSignatureStandsForOneBlock() {
        return Stream.of(
                attack(ORDERER_SIGNATURES, "none", draft -> draft.block()
                        .leaders
                        .clear()),
                attack(ORDERER_SIGNATURES, "two", draft -> draft.block()
                        .leaders
                        .add(draft.network.carrier().orderer())),
                attack(ORDERER_SIGNATURES, "of a quorum of BFT", draft -> bft(draft.block(), draft)),
                Attack.fails(ORDERER_SIGNATURES, "of Raft where a quorum has to sign", draft -> {
                    draft.block().signers.clear();
                    draft.block().leaders.add(draft.network.customs().orderer());
                }),
                attack(
                        ORDERER_SIGNATURES,
                        "over another number",
                        draft -> draft.block().block = made -> made.toBuilder()
                                .setHeader(made.getHeader().toBuilder().setNumber(8))
                                .build()),
                attack(
                        ORDERER_SIGNATURES,
                        "over something else",
                        draft -> changed(
                                draft.block(),
                                it -> it.setSignature(draft.network
                                        .customs()
                                        .orderer()
                                        .sign(ByteString.copyFromUtf8("something else"))))),
                attack(
                        ORDERER_SIGNATURES,
                        "a byte of it",
                        draft -> changed(draft.block(), it -> it.setSignature(Bytes.flipped(it.getSignature(), 20)))),
                attack(
                        ORDERER_SIGNATURES,
                        "with an orderer's number beside it",
                        draft -> changed(
                                draft.block(), it -> it.setIdentifierHeader(ByteString.copyFrom(new byte[] {8, 1})))),
                attack(
                        ORDERER_SIGNATURES,
                        "another nonce",
                        draft -> changed(
                                draft.block(),
                                it -> it.setSignatureHeader(SignatureHeader.newBuilder()
                                        .setCreator(draft.network
                                                .customs()
                                                .orderer()
                                                .serialized())
                                        .setNonce(ByteString.copyFromUtf8("another"))
                                        .build()
                                        .toByteString()))),
                header("a signer that is nobody", it -> it.toBuilder()
                        .setCreator(ByteString.copyFromUtf8("garbage"))
                        .build()),
                header("no signer", it -> it.toBuilder().clearCreator().build()),
                attack(
                        ORDERER_SIGNATURES,
                        "an unknown field in its header",
                        draft -> changed(
                                draft.block(),
                                it -> it.setSignatureHeader(Bytes.withUnknownField(it.getSignatureHeader())))));
    }

    @TestFactory
    Stream<DynamicTest> theConfigurationNamesTheOrderingOrganisations() {
        return Stream.of(
                attack(CONFIGURATION_FORM, "none", draft -> draft.genesis.orderers.clear()),
                attack(CONFIGURATION_FORM, "without a root", draft -> customs(draft)
                        .clearRootCerts()),
                attack(CONFIGURATION_FORM, "with node roles off", draft -> customs(draft)
                        .getFabricNodeOusBuilder()
                        .setEnable(false)),
                Attack.fails(
                        MEMBERSHIP_KEPT,
                        "one orderer may not exchange a trusted organisation's authorities",
                        ProofDraft.anchored().reconfigured().byRaft(),
                        draft -> draft.reconfiguration()
                                .membership(CUSTOMS)
                                .setRootCerts(
                                        0, TestAuthority.root("ca." + CUSTOMS).pem())));
    }

    private static ProofDraft raft() {
        return ProofDraft.anchored().byRaft();
    }

    private static DynamicTest attack(Check check, String name, Consumer<ProofDraft> change) {
        return Attack.fails(check, name, raft(), change);
    }

    private static DynamicTest leader(Check check, String name, Function<ProofDraft, TestIdentity> leader) {
        return attack(check, name, draft -> leader(draft, leader.apply(draft)));
    }

    private static DynamicTest header(String name, UnaryOperator<SignatureHeader> change) {
        return attack(ORDERER_SIGNATURES, name, draft -> draft.block().leader = change);
    }

    private static void leader(ProofDraft draft, TestIdentity leader) {
        draft.block().leaders.clear();
        draft.block().leaders.add(leader);
    }

    private static void bft(BlockDraft block, ProofDraft draft) {
        block.leaders.clear();
        block.signers.put(1, draft.network.customs().orderer());
    }

    /** Changes the only signature once it has been made. */
    private static void changed(BlockDraft block, UnaryOperator<MetadataSignature.Builder> change) {
        block.metadata = made -> made.toBuilder()
                .setSignatures(0, change.apply(made.getSignatures(0).toBuilder()))
                .build();
    }

    private static FabricMSPConfig.Builder customs(ProofDraft draft) {
        return Objects.requireNonNull(draft.genesis.orderers.get(CUSTOMS));
    }

    private static ProofReport.Proven proven(ProofDraft draft) {
        return assertInstanceOf(
                ProofReport.Proven.class, draft.verify(), () -> draft.verify().toString());
    }

    private static List<String> vouchers(ProofReport.Proven proven, Check check) {
        return proven.made().stream()
                .filter(made -> made.check() == check)
                .findFirst()
                .orElseThrow()
                .vouchedBy();
    }
}
