package uz.muhr.proof.verification;

import static uz.muhr.proof.check.Check.CERTIFICATE_ISSUED;
import static uz.muhr.proof.check.Check.CREATOR_SIGNATURE;
import static uz.muhr.proof.check.Check.ENDORSEMENT_MAJORITY;
import static uz.muhr.proof.check.Check.ISSUER_ENDORSED;
import static uz.muhr.proof.check.Check.ISSUER_IS_CREATOR;
import static uz.muhr.proof.check.Check.TRANSACTION_PLACE;
import static uz.muhr.proof.check.Check.VERSION_COMMITTED;
import static uz.muhr.proof.check.Check.VERSION_TIME;
import static uz.muhr.proof.check.Check.VERSION_WRITTEN;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.Version;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import uz.muhr.proof.BlockDraft;
import uz.muhr.proof.DocumentDraft;
import uz.muhr.proof.Part;
import uz.muhr.proof.ProofDraft;
import uz.muhr.proof.Step;
import uz.muhr.proof.TransactionDraft;
import uz.muhr.proof.bundle.ProofBundle;
import uz.muhr.proof.check.Check;
import uz.muhr.protocol.identifier.CertificateHash;
import uz.muhr.protocol.identifier.MspId;

/** What was ordered is tied to what was committed, and all of it to the issuer. */
final class VersionAttacksTest {
    @TestFactory
    Stream<DynamicTest> theIssuerItselfMadeEachVersion() {
        return Stream.of(
                Attack.fails(
                        ISSUER_IS_CREATOR,
                        "a majority anchored it in the issuer's name",
                        draft -> draft.anchoring().creator =
                                draft.network.customs().client()),
                Attack.fails(
                        CERTIFICATE_ISSUED,
                        "under the issuer's name",
                        draft -> draft.anchoring().creator =
                                draft.network.customs().client().as("ChamberMSP")),
                Attack.fails(
                        ISSUER_IS_CREATOR,
                        "the record names another certificate",
                        draft -> draft.document.certificate = Optional.of(new CertificateHash("12".repeat(32)))),
                Attack.fails(
                        ISSUER_ENDORSED,
                        "the issuer's peer was not asked",
                        draft -> draft.anchoring().endorsers = draft.peers(0, 2, 3)),
                changed(
                        ISSUER_IS_CREATOR,
                        "a majority reinstated what the issuer suspended",
                        draft -> last(draft).transaction().creator =
                                draft.network.customs().client()),
                changed(ISSUER_IS_CREATOR, "a majority suspended and reinstated it in its own name", draft -> {
                    draft.steps
                            .subList(1, draft.steps.size())
                            .forEach(step -> step.transaction().creator =
                                    draft.network.customs().client());
                    draft.document.forged = Optional.of(new MspId("CustomsMSP"));
                }),
                changed(
                        ISSUER_IS_CREATOR,
                        "the record names another organisation with the issuer's certificate",
                        draft -> draft.document.forged = Optional.of(new MspId("CustomsMSP"))),
                changed(
                        ISSUER_ENDORSED,
                        "the issuer's peer was not asked for a change",
                        draft -> last(draft).transaction().endorsers = draft.peers(0, 2, 3)),
                changed(CREATOR_SIGNATURE, "the issuer did not sign a change", draft -> last(draft)
                        .transaction()
                        .change(
                                Part.SIGNATURE,
                                made -> draft.network.customs().client().sign(made))),
                changed(
                        ENDORSEMENT_MAJORITY,
                        "too few endorsed a change",
                        draft -> last(draft).transaction().endorsers = draft.peers(0, 1)));
    }

    @TestFactory
    Stream<DynamicTest> eachVersionsTransactionIsInTheBundleOnce() {
        return Stream.of(
                Attack.fails(
                        TRANSACTION_PLACE,
                        "its block is left out",
                        draft -> draft.bundle = blocks(blocks -> List.of())),
                Attack.fails(TRANSACTION_PLACE, "the block is another", draft -> {
                    BlockDraft other = new BlockDraft(draft.network, 7, 0);
                    other.envelopes.add(() -> draft.unrelated("another").envelope());
                    draft.bundle = blocks(blocks -> List.of(other.bytes()));
                }),
                Attack.fails(TRANSACTION_PLACE, "it stands twice in its block", draft -> draft.block()
                        .envelopes
                        .add(draft.anchoring()::envelope)),
                Attack.fails(TRANSACTION_PLACE, "the block of another bundle", draft -> {
                    ProofDraft other = ProofDraft.anchored();
                    other.anchoring().creator =
                            other.network.chamber().authority().issue("ChamberMSP", "CN=User2,OU=client");
                    draft.bundle = blocks(blocks -> other.bundle().blocks());
                }),
                changed(
                        TRANSACTION_PLACE,
                        "the block of an earlier version is left out",
                        draft -> draft.bundle = blocks(blocks -> blocks.subList(1, blocks.size()))));
    }

    @TestFactory
    Stream<DynamicTest> eachVersionIsWhatItsTransactionWrote() {
        return Stream.of(
                written("another record", made -> made.toBuilder()
                        .setWrites(0, made.getWrites(0).toBuilder().setValue(ByteString.copyFromUtf8("{}")))
                        .build()),
                written("nothing", made -> made.toBuilder().clearWrites().build()),
                written("under another key", made -> made.toBuilder()
                        .setWrites(0, made.getWrites(0).toBuilder().setKey(DocumentDraft.earlier(1)))
                        .build()),
                written("a deletion", made -> made.toBuilder()
                        .setWrites(0, made.getWrites(0).toBuilder().setIsDelete(true))
                        .build()),
                Attack.fails(
                        VERSION_WRITTEN,
                        "another chaincode's state",
                        draft -> draft.anchoring().results = made -> made.toBuilder()
                                .setNsRwset(1, made.getNsRwset(1).toBuilder().setNamespace("other"))
                                .build()),
                Attack.fails(VERSION_TIME, "it says it was made later", draft -> draft.document.secondsLater = 1),
                Attack.fails(VERSION_TIME, "it says it was made earlier", draft -> draft.document.secondsLater = -60));
    }

    @TestFactory
    Stream<DynamicTest> whatWasOrderedAndLostIsNotCommitted() {
        return Stream.of(
                read("where another transaction of the block won", key(), Optional.of(place(7, 0))),
                read("in another block", key(), Optional.of(place(6, 1))),
                read("in a later block that the bundle lacks", key(), Optional.of(place(9, 0))),
                read("nowhere", key(), Optional.empty()),
                Attack.fails(
                        VERSION_COMMITTED,
                        "absent",
                        draft -> draft.answer.stateChange = made -> made.toBuilder()
                                .setReads(0, made.getReads(0).toBuilder().clearVersion())
                                .build()),
                Attack.fails(VERSION_COMMITTED, "the loser of two in one block", VersionAttacksTest::loser),
                changed(
                        VERSION_COMMITTED,
                        "an earlier version elsewhere",
                        readAt(DocumentDraft.earlier(1), Optional.of(place(7, 1)))),
                changed(VERSION_COMMITTED, "no earlier version", readAt(DocumentDraft.earlier(2), Optional.empty())),
                changed(
                        VERSION_COMMITTED,
                        "the newest at the place of an older",
                        readAt(key(), Optional.of(place(7, 1)))),
                Attack.fails(
                        VERSION_COMMITTED,
                        "anchored after it was revoked",
                        ProofDraft.anchored().then(Step.Operation.REVOKE),
                        VersionAttacksTest::anchoredLast));
    }

    @TestFactory
    Stream<DynamicTest> onlyARenewalOfItsPolicyGivesAVersionALaterPlace() {
        return Stream.of(
                renewed(
                        VERSION_COMMITTED,
                        "the renewal is left out",
                        draft -> draft.bundle = blocks(blocks -> blocks.subList(0, 1))),
                renewed(VERSION_COMMITTED, "it is of another key", renewal(made -> made.toBuilder()
                        .setMetadataWrites(
                                0, made.getMetadataWrites(0).toBuilder().setKey("another"))
                        .build())),
                renewed(VERSION_COMMITTED, "it writes the value too", renewal(made -> made.toBuilder()
                        .addWrites(KVWrite.newBuilder().setKey(key()))
                        .build())),
                renewed(
                        VERSION_COMMITTED,
                        "it is earlier than the version",
                        draft -> last(draft).transaction().time = ProofDraft.ANCHORED_AT.minusSeconds(1)),
                Attack.fails(
                        VERSION_COMMITTED,
                        "it stands before the version",
                        ProofDraft.anchored().then(Step.Operation.RENEW).then(Step.Operation.REVOKE),
                        draft -> {
                            draft.steps.get(1).transaction().time = last(draft).transaction().time;
                            readAt(key(), Optional.of(place(8, 1))).accept(draft);
                        }),
                renewed(
                        ENDORSEMENT_MAJORITY,
                        "too few endorsed it",
                        draft -> last(draft).transaction().endorsers = draft.peers(0, 1)),
                renewed(CREATOR_SIGNATURE, "nobody signed it", draft -> last(draft)
                        .transaction()
                        .change(Part.SIGNATURE, made -> ByteString.copyFromUtf8("nobody"))));
    }

    /** Two clients of the issuer anchor the document in one block; the bundle shows the one that came second. */
    private static void loser(ProofDraft draft) {
        TransactionDraft winner = new TransactionDraft(
                "winner", draft.network.chamber().client(), ProofDraft.ANCHORED_AT, draft.peers(0, 1, 2));
        winner.stateChange = made -> draft.anchoring().state.build();
        draft.block().envelopes.set(0, winner::envelope);
        readAt(key(), Optional.of(place(7, 0))).accept(draft);
    }

    /** The orders of two blocks, and with them the places, exchanged. */
    private static void anchoredLast(ProofDraft draft) {
        draft.steps.get(0).block().number = 8;
        draft.steps.get(1).block().number = 7;
        draft.bundle = blocks(blocks -> List.of(blocks.get(1), blocks.get(0)));
    }

    private static Step last(ProofDraft draft) {
        return draft.steps.get(draft.steps.size() - 1);
    }

    private static String key() {
        return DocumentDraft.current();
    }

    private static Version place(long block, long transaction) {
        return Version.newBuilder().setBlockNum(block).setTxNum(transaction).build();
    }

    private static DynamicTest changed(Check check, String name, Consumer<ProofDraft> change) {
        ProofDraft draft = ProofDraft.anchored().then(Step.Operation.SUSPEND).then(Step.Operation.REINSTATE);
        return Attack.fails(check, name, draft, change);
    }

    private static DynamicTest renewed(Check check, String name, Consumer<ProofDraft> change) {
        return Attack.fails(check, name, ProofDraft.anchored().then(Step.Operation.RENEW), change);
    }

    private static Consumer<ProofDraft> renewal(UnaryOperator<KVRWSet> change) {
        return draft -> last(draft).transaction().stateChange = change;
    }

    private static DynamicTest written(String name, UnaryOperator<KVRWSet> change) {
        return Attack.fails(VERSION_WRITTEN, name, draft -> draft.anchoring().stateChange = change);
    }

    private static DynamicTest read(String name, String key, Optional<Version> version) {
        return Attack.fails(VERSION_COMMITTED, "read " + name, readAt(key, version));
    }

    /** The organisations read a key at a version, or did not read it. */
    private static Consumer<ProofDraft> readAt(String key, Optional<Version> version) {
        return draft -> draft.answer.stateChange = made -> {
            KVRWSet.Builder changed = made.toBuilder().clearReads();
            made.getReadsList().stream()
                    .filter(read -> !read.getKey().equals(key))
                    .forEach(changed::addReads);
            version.ifPresent(
                    place -> changed.addReads(KVRead.newBuilder().setKey(key).setVersion(place)));
            return changed.build();
        };
    }

    private static UnaryOperator<ProofBundle> blocks(UnaryOperator<List<ByteString>> change) {
        return made -> new ProofBundle(made.configurations(), change.apply(made.blocks()), made.answers());
    }
}
