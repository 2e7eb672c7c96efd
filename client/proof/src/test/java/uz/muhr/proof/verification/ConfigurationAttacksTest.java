package uz.muhr.proof.verification;

import static uz.muhr.proof.check.Check.BLOCK_CONFIGURATION;
import static uz.muhr.proof.check.Check.BLOCK_DATA;
import static uz.muhr.proof.check.Check.BLOCK_FORM;
import static uz.muhr.proof.check.Check.CERTIFICATE_REVOKED;
import static uz.muhr.proof.check.Check.CHANNEL;
import static uz.muhr.proof.check.Check.CONFIGURATION_FORM;
import static uz.muhr.proof.check.Check.CONFIGURATION_ORDER;
import static uz.muhr.proof.check.Check.ENVELOPE_FORM;
import static uz.muhr.proof.check.Check.MEMBERSHIP_KEPT;
import static uz.muhr.proof.check.Check.ORDERER_SIGNATURES;
import static uz.muhr.proof.check.Check.PIN;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import uz.muhr.proof.BlockDraft;
import uz.muhr.proof.Bytes;
import uz.muhr.proof.ConfigurationDraft;
import uz.muhr.proof.ProofDraft;
import uz.muhr.proof.Step;
import uz.muhr.proof.TestAuthority;
import uz.muhr.proof.TestIdentity;
import uz.muhr.proof.bundle.ProofBundle;
import uz.muhr.proof.check.Check;
import uz.muhr.proof.message.Digest;

/** Another anchor of trust, and configurations that nobody decided. */
final class ConfigurationAttacksTest {
    private static final String CHAMBER = "ChamberMSP";
    private static final ByteString GARBAGE = ByteString.copyFromUtf8("garbage");

    @TestFactory
    Stream<DynamicTest> thePinnedConfigurationIsTheTrustFilesOwn() {
        return Stream.of(
                Attack.fails(PIN, "another network's first block", draft -> draft.pin = pin -> "0".repeat(64)),
                Attack.fails(
                        PIN,
                        "its data exchanged, with the hash made to fit",
                        draft -> draft.pinned = block -> exchanged(block, true)),
                Attack.fails(
                        BLOCK_DATA, "its data exchanged", draft -> draft.pinned = block -> exchanged(block, false)),
                Attack.fails(
                        BLOCK_FORM,
                        "with metadata",
                        draft -> draft.pinned = changed(block ->
                                block.setMetadata(BlockMetadata.newBuilder().addMetadata(GARBAGE)))),
                Attack.fails(BLOCK_FORM, "no block at all", draft -> draft.pinned = block -> GARBAGE),
                Attack.fails(CHANNEL, "of another channel", draft -> draft.genesis.channel = "foo"),
                Attack.fails(CHANNEL, "the trust is for another channel", draft -> draft.channel = "foo"));
    }

    @TestFactory
    Stream<DynamicTest> aConfigurationHasToSayWhoDecides() {
        return Stream.of(
                genesis("no configuration", it -> it.type = HeaderType.ENDORSER_TRANSACTION_VALUE),
                genesis("another hash", it -> it.hashing = "SHA3_256"),
                genesis("data hashed as a tree", it -> it.width = 10),
                genesis("another kind of consensus", it -> it.consensus = "solo"),
                genesis("anonymous members", it -> it.kind = 1),
                genesis("no orderers", it -> it.consenters.clear()),
                genesis("two orderers of one number", it -> it.consenters.get(1).setId(1)),
                genesis("two orderers of one certificate", it -> it.consenters
                        .get(1)
                        .setIdentity(it.consenters.get(0).getIdentity())),
                genesis(
                        "an orderer without a certificate",
                        it -> it.consenters.get(1).setIdentity(GARBAGE)),
                genesis("an orderer on another curve", it -> it.consenters
                        .get(1)
                        .setIdentity(TestAuthority.root("ca")
                                .issueOnCurve(CHAMBER, "CN=orderer,OU=orderer", "secp384r1")
                                .pem())),
                genesis("a trusted organisation is missing", it -> it.memberships.remove(CHAMBER)),
                membership("units that every member needs", it -> it.addOrganizationalUnitIdentifiersBuilder()
                        .setOrganizationalUnitIdentifier("trade")),
                membership("no root", it -> it.clearRootCerts()),
                membership("no certificate as root", it -> it.addRootCerts(GARBAGE)),
                membership("no certificate as intermediate", it -> it.addIntermediateCerts(GARBAGE)),
                membership("no revocation list", it -> it.addRevocationList(GARBAGE)),
                membership(
                        "node roles are off", it -> it.getFabricNodeOusBuilder().setEnable(false)),
                membership(
                        "no unit for peers", it -> it.getFabricNodeOusBuilder().clearPeerOuIdentifier()),
                membership("no unit for clients", it -> it.getFabricNodeOusBuilder()
                        .clearClientOuIdentifier()),
                membership("one unit for peers and clients", it -> it.getFabricNodeOusBuilder()
                        .getClientOuIdentifierBuilder()
                        .setOrganizationalUnitIdentifier("peer")));
    }

    @TestFactory
    Stream<DynamicTest> aLaterConfigurationFollowsFromTheOneBefore() {
        return Stream.of(
                later(CONFIGURATION_ORDER, "its sequence is skipped", draft -> draft.reconfiguration().sequence = 2),
                later(CONFIGURATION_ORDER, "its sequence is repeated", draft -> draft.reconfiguration().sequence = 0),
                Attack.fails(
                        CONFIGURATION_ORDER,
                        "one is left out",
                        twice(),
                        draft -> draft.bundle = configurations(blocks -> blocks.subList(1, 2))),
                Attack.fails(
                        CONFIGURATION_ORDER,
                        "they are swapped",
                        twice(),
                        draft -> draft.bundle = configurations(ConfigurationAttacksTest::reversed)),
                Attack.fails(
                        CONFIGURATION_ORDER,
                        "one stands twice",
                        twice(),
                        draft -> draft.bundle =
                                configurations(blocks -> List.of(blocks.get(0), blocks.get(0), blocks.get(1)))),
                later(CONFIGURATION_ORDER, "its block comes before the pinned one", draft -> {
                    block(draft).number = 0;
                    block(draft).signed = BlockDraft.signedFor(0);
                }),
                later(
                        BLOCK_CONFIGURATION,
                        "it names the one before as the one in force",
                        draft -> block(draft).signed = BlockDraft.signedFor(0)),
                later(CONFIGURATION_FORM, "something else is in its block", draft -> block(draft)
                        .envelopes
                        .add(() -> draft.unrelated("beside").envelope())),
                later(CHANNEL, "it is another channel's", draft -> draft.reconfiguration().channel = "foo"),
                later(ENVELOPE_FORM, "nobody signed it", draft -> {
                    ConfigurationDraft unsigned = draft.reconfiguration();
                    block(draft).envelopes.set(0, () -> unsigned.envelope(ByteString.EMPTY));
                }),
                later(ORDERER_SIGNATURES, "orderers that it installs itself sign it", draft -> {
                    TestAuthority own = TestAuthority.root("ca.attacker");
                    for (int number = 1; number <= 4; number++) {
                        TestIdentity orderer = own.issue(CHAMBER, "CN=orderer" + number + ",OU=orderer");
                        draft.reconfiguration().consenters.get(number - 1).setIdentity(orderer.pem());
                        block(draft).signers.put(number, orderer);
                    }
                }),
                later(ORDERER_SIGNATURES, "too few orderers sign it", draft -> block(draft)
                        .signers
                        .remove(1)));
    }

    @TestFactory
    Stream<DynamicTest> ordererCannotChangeWhoAnOrganisationIs() {
        ByteString other = TestAuthority.root("ca.attacker").pem();
        return Stream.of(
                kept("another root", it -> it.clearRootCerts().addRootCerts(other)),
                kept("one root more", it -> it.addRootCerts(other)),
                kept("an intermediate", it -> it.addIntermediateCerts(other)),
                kept("clients count as peers", it -> it.getFabricNodeOusBuilder()
                        .getPeerOuIdentifierBuilder()
                        .setOrganizationalUnitIdentifier("admin")),
                later(CONFIGURATION_FORM, "the organisation is removed", draft -> draft.reconfiguration()
                        .memberships
                        .remove(CHAMBER)),
                later(
                        CERTIFICATE_REVOKED,
                        "it revokes the peer that answers",
                        ProofDraft.anchored().reconfigured(),
                        draft -> revokeCarrier(draft, draft.reconfiguration())),
                later(
                        CERTIFICATE_REVOKED,
                        "a revocation is taken back",
                        twice(),
                        draft -> revokeCarrier(draft, draft.reconfiguration())));
    }

    @TestFactory
    Stream<DynamicTest> aBlockCountsUnderTheConfigurationThatWasInForce() {
        return Stream.of(
                Attack.fails(
                        BLOCK_CONFIGURATION,
                        "it names an earlier one",
                        changedAfterwards(),
                        draft -> draft.steps.get(1).block().signed = BlockDraft.signedFor(0)),
                Attack.fails(
                        BLOCK_CONFIGURATION,
                        "it names one that is left out",
                        changedAfterwards(),
                        draft -> draft.bundle = configurations(blocks -> List.of())),
                Attack.fails(
                        BLOCK_CONFIGURATION,
                        "it names one to come",
                        draft -> draft.block().signed = BlockDraft.signedFor(9)),
                Attack.fails(
                        BLOCK_CONFIGURATION, "it stands where the pinned one does", draft -> draft.block().number = 0),
                Attack.fails(ORDERER_SIGNATURES, "a retired orderer signs", changedAfterwards(), draft -> {
                    draft.reconfiguration().consenters.remove(0);
                }),
                Attack.fails(ORDERER_SIGNATURES, "fewer sign than it asks for", changedAfterwards(), draft -> {
                    draft.reconfiguration().consenters.remove(3);
                    draft.steps.get(1).block().signers.remove(1);
                    draft.steps.get(1).block().signers.remove(2);
                }));
    }

    private static ProofDraft changedAfterwards() {
        return ProofDraft.anchored().reconfigured().then(Step.Operation.REVOKE);
    }

    private static ProofDraft twice() {
        return ProofDraft.anchored().reconfigured().reconfigured();
    }

    private static BlockDraft block(ProofDraft draft) {
        return draft.configurationBlocks.get(0);
    }

    private static void revokeCarrier(ProofDraft draft, ConfigurationDraft configuration) {
        configuration
                .membership("CarrierMSP")
                .addRevocationList(draft.network
                        .carrier()
                        .authority()
                        .revoking(draft.network.carrier().peer().certificate()));
    }

    private static DynamicTest genesis(String name, Consumer<ConfigurationDraft> change) {
        return Attack.fails(CONFIGURATION_FORM, name, draft -> change.accept(draft.genesis));
    }

    private static DynamicTest membership(String name, Consumer<FabricMSPConfig.Builder> change) {
        return genesis(name, it -> change.accept(it.membership(CHAMBER)));
    }

    private static DynamicTest kept(String name, Consumer<FabricMSPConfig.Builder> change) {
        return later(
                MEMBERSHIP_KEPT,
                name,
                draft -> change.accept(draft.reconfiguration().membership(CHAMBER)));
    }

    private static DynamicTest later(Check check, String name, Consumer<ProofDraft> change) {
        return later(check, name, ProofDraft.anchored().reconfigured(), change);
    }

    private static DynamicTest later(Check check, String name, ProofDraft draft, Consumer<ProofDraft> change) {
        return Attack.fails(check, name, draft, change);
    }

    private static UnaryOperator<ProofBundle> configurations(UnaryOperator<List<ByteString>> change) {
        return made -> new ProofBundle(change.apply(made.configurations()), made.blocks(), made.answers());
    }

    private static List<ByteString> reversed(List<ByteString> blocks) {
        List<ByteString> reversed = new ArrayList<>(blocks);
        Collections.reverse(reversed);
        return reversed;
    }

    private static ByteString exchanged(ByteString block, boolean hashToo) {
        return changed(it -> {
                    BlockData data = BlockData.newBuilder()
                            .addData(new ConfigurationDraft(ProofDraft.anchored().network)
                                    .envelope(ByteString.copyFromUtf8("signed")))
                            .build();
                    it.setData(data);
                    if (hashToo) {
                        it.setHeader(BlockHeader.newBuilder()
                                .setDataHash(ByteString.copyFrom(Digest.of(data.getDataList()))));
                    }
                })
                .apply(block);
    }

    private static UnaryOperator<ByteString> changed(Consumer<Block.Builder> change) {
        return Bytes.changed(Block.parser(), made -> {
            Block.Builder block = made.toBuilder();
            change.accept(block);
            return block.build();
        });
    }
}
