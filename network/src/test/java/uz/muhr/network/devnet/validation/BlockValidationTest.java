package uz.muhr.network.devnet.validation;

import static org.hyperledger.fabric.protos.peer.TxValidationCode.BAD_COMMON_HEADER;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.BAD_CREATOR_SIGNATURE;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.BAD_PROPOSAL_TXID;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.DUPLICATE_TXID;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.ENDORSEMENT_POLICY_FAILURE;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.INVALID_CHAINCODE;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.INVALID_ENDORSER_TRANSACTION;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.MVCC_READ_CONFLICT;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.NIL_ENVELOPE;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.PHANTOM_READ_CONFLICT;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.UNSUPPORTED_TX_PAYLOAD;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.VALID;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.QueryReads;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.network.devnet.fixture.Blocks;
import uz.muhr.network.devnet.fixture.Identities;
import uz.muhr.network.devnet.fixture.Made;
import uz.muhr.network.devnet.ledger.Ledger;
import uz.muhr.network.devnet.ledger.Outcome;
import uz.muhr.network.devnet.ledger.StateKey;
import uz.muhr.network.devnet.ledger.Version;
import uz.muhr.network.devnet.ordering.BlockMaker;
import uz.muhr.network.devnet.ordering.Consenters;
import uz.muhr.network.devnet.policy.ChaincodeDefinition;
import uz.muhr.network.devnet.policy.EndorsementPolicy;

@ExtendWith(Identities.class)
final class BlockValidationTest {
    private static final List<String> ALL = List.of("CustomsMSP", "ChamberMSP", "QuarantineMSP", "CarrierMSP");
    private static final SignaturePolicyEnvelope CARRIER = EndorsementPolicy.peersOf(1, List.of("CarrierMSP"));

    private final Identities.Home home;
    private final Made made;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Ledger ledger;

    @SuppressWarnings("NullAway.Init")
    private BlockValidation validation;

    BlockValidationTest(Identities.Home home) {
        this.home = home;
        this.made = new Made(home);
    }

    @BeforeEach
    void openLedger() {
        ledger = Ledger.open(folder);
        validation = new BlockValidation(
                ledger,
                home.members(),
                new ChaincodeDefinition(Made.CHAINCODE, "1", EndorsementPolicy.peersOf(3, ALL)));
        ledger.commit(Blocks.of(ledger, Made.CHAINCODE, Map.of("old", "x", "row1", "x", "row2", "x")));
    }

    @AfterEach
    void closeLedger() {
        ledger.close();
    }

    private List<TxValidationCode> codes(ByteString... envelopes) {
        return validation.validate(List.of(envelopes)).outcomes().stream()
                .map(Outcome::code)
                .toList();
    }

    private void commit(ByteString... envelopes) {
        new BlockMaker(ledger, new Consenters(List.of(home.nodes().get(0).orderer())), validation)
                .make(List.of(envelopes));
    }

    private static RangeQueryInfo range(String start, String end, boolean exhausted, String... rows) {
        QueryReads.Builder reads = QueryReads.newBuilder();
        for (String row : rows) {
            reads.addKvReads(org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead.newBuilder()
                    .setKey(row)
                    .setVersion(new Version(0, 0).toProto()));
        }
        RangeQueryInfo.Builder info =
                RangeQueryInfo.newBuilder().setStartKey(start).setEndKey(end).setItrExhausted(exhausted);
        return rows.length == 0 ? info.build() : info.setRawReads(reads).build();
    }

    @Test
    void aSoundTransactionIsValid() {
        assertEquals(List.of(VALID), codes(made.transaction().writes("new", "x").bytes()));
    }

    @Test
    void whatIsWrongWithItsFormHasItsCode() {
        Envelope sound = made.transaction().writes("new", "x").envelope();
        Envelope.Builder unsigned = sound.toBuilder().clearSignature();
        assertEquals(List.of(NIL_ENVELOPE), codes(ByteString.EMPTY));
        assertEquals(List.of(BAD_CREATOR_SIGNATURE), codes(unsigned.build().toByteString()));
        assertEquals(
                List.of(BAD_PROPOSAL_TXID),
                codes(made.transaction()
                        .header(header -> header.toBuilder().setTxId("00").build())
                        .bytes()));
        assertEquals(
                List.of(BAD_COMMON_HEADER),
                codes(made.transaction()
                        .header(header -> header.toBuilder().setEpoch(1).build())
                        .bytes()));
        assertEquals(
                List.of(UNSUPPORTED_TX_PAYLOAD),
                codes(made.transaction()
                        .header(header -> header.toBuilder()
                                .setType(HeaderType.CONFIG_VALUE)
                                .build())
                        .bytes()));
        assertEquals(
                List.of(INVALID_ENDORSER_TRANSACTION),
                codes(made.transaction()
                        .response(payload -> payload.toBuilder()
                                .setProposalHash(ByteString.copyFromUtf8("another"))
                                .build())
                        .bytes()));
    }

    @Test
    void anotherChaincodesNamespaceIsNotWritten() {
        assertEquals(
                List.of(INVALID_CHAINCODE),
                codes(made.transaction().of("other").writes("new", "x").bytes()));
        assertEquals(
                List.of(INVALID_CHAINCODE),
                codes(made.transaction().in("other").writes("new", "x").bytes()));
        assertEquals(
                List.of(ENDORSEMENT_POLICY_FAILURE),
                codes(made.transaction()
                        .in("_lifecycle")
                        .writes("namespaces/fields/cc/Sequence", "x")
                        .endorsedBy("CustomsMSP", "ChamberMSP")
                        .bytes()));
    }

    @Test
    void endorsementsCountOncePerOrganisationAndOnlyThoseOfPeers() {
        assertEquals(
                List.of(ENDORSEMENT_POLICY_FAILURE),
                codes(made.transaction()
                        .endorsedBy("CustomsMSP", "ChamberMSP", "CustomsMSP")
                        .bytes()));
        assertEquals(
                List.of(ENDORSEMENT_POLICY_FAILURE),
                codes(made.transaction()
                        .endorsedBy(List.of(
                                home.peer("CustomsMSP"), home.peer("ChamberMSP"), home.user("QuarantineMSP", "issuer")))
                        .bytes()));
        assertEquals(
                List.of(ENDORSEMENT_POLICY_FAILURE),
                codes(made.transaction()
                        .endorsedBy(List.of(
                                home.peer("CustomsMSP"),
                                home.peer("ChamberMSP"),
                                home.nodes().get(3).orderer()))
                        .bytes()));
        assertEquals(
                List.of(ENDORSEMENT_POLICY_FAILURE),
                codes(made.transaction().endorsedBy().bytes()));
    }

    @Test
    void aStrangersEndorsementBesideEnoughOthersDoesNoHarm() {
        assertEquals(
                List.of(VALID),
                codes(made.transaction()
                        .endorsedBy(List.of(
                                home.nodes().get(0).orderer(),
                                home.peer("CustomsMSP"),
                                home.peer("ChamberMSP"),
                                home.peer("CarrierMSP")))
                        .bytes()));
    }

    @Test
    void theSameTransactionTwiceIsADuplicateInTheBlockAndAfterIt() {
        ByteString one = made.transaction().writes("new", "x").bytes();
        assertEquals(List.of(VALID, DUPLICATE_TXID), codes(one, one));
        commit(one);
        assertEquals(List.of(DUPLICATE_TXID), codes(one));
    }

    @Test
    void aReadOfAnotherVersionConflicts() {
        Version current = new Version(0, 0);
        assertEquals(
                List.of(VALID), codes(made.transaction().reads("old", current).bytes()));
        assertEquals(
                List.of(MVCC_READ_CONFLICT),
                codes(made.transaction().reads("old", new Version(0, 1)).bytes()));
        assertEquals(
                List.of(MVCC_READ_CONFLICT),
                codes(made.transaction().readsAbsent("old").bytes()));
        assertEquals(
                List.of(MVCC_READ_CONFLICT),
                codes(made.transaction().reads("never", current).bytes()));
        assertEquals(
                List.of(VALID), codes(made.transaction().readsAbsent("never").bytes()));
    }

    @Test
    void aKeyWrittenEarlierInTheBlockConflictsAlsoWhenOnlyDeleted() {
        Version current = new Version(0, 0);
        assertEquals(
                List.of(VALID, MVCC_READ_CONFLICT, VALID),
                codes(
                        made.transaction().writes("old", "").bytes(),
                        made.transaction().reads("old", current).bytes(),
                        made.transaction().writes("old", "blind").bytes()));
    }

    @Test
    void aTransactionThatFailedLeavesNothingForLaterOnesToConflictWith() {
        assertEquals(
                List.of(ENDORSEMENT_POLICY_FAILURE, VALID),
                codes(
                        made.transaction()
                                .writes("old", "lost")
                                .endorsedBy("CustomsMSP")
                                .bytes(),
                        made.transaction().reads("old", new Version(0, 0)).bytes()));
    }

    @Test
    void aPolicyFailureComesBeforeAConflict() {
        assertEquals(
                List.of(ENDORSEMENT_POLICY_FAILURE),
                codes(made.transaction()
                        .readsAbsent("old")
                        .endorsedBy("CustomsMSP")
                        .bytes()));
    }

    @Test
    void aRangeIsReadAgainWithTheBlocksOwnWrites() {
        ByteString reader = made.transaction()
                .changeSet(set -> set.addRangeQueriesInfo(range("row", "rox", true, "row1", "row2")))
                .bytes();
        assertEquals(List.of(VALID), codes(reader));
        assertEquals(
                List.of(VALID, PHANTOM_READ_CONFLICT),
                codes(made.transaction().writes("row3", "x").bytes(), reader));
        assertEquals(
                List.of(VALID, PHANTOM_READ_CONFLICT),
                codes(made.transaction().writes("row1", "").bytes(), reader));
        assertEquals(
                List.of(VALID, PHANTOM_READ_CONFLICT),
                codes(made.transaction().writes("row1", "x").bytes(), reader));
        assertEquals(
                List.of(VALID, VALID),
                codes(made.transaction().writes("rox", "x").bytes(), reader));
    }

    @Test
    void anUnfinishedRangeIncludesItsLastRowAndAFinishedOneDoesNot() {
        ByteString unfinished = made.transaction()
                .changeSet(set -> set.addRangeQueriesInfo(range("row", "row1", false, "row1")))
                .bytes();
        assertEquals(
                List.of(VALID, VALID),
                codes(made.transaction().writes("row2", "y").bytes(), unfinished));
        assertEquals(
                List.of(VALID, PHANTOM_READ_CONFLICT),
                codes(made.transaction().writes("row1", "y").bytes(), unfinished));
        ByteString empty = made.transaction()
                .changeSet(set -> set.addRangeQueriesInfo(range("row3", "row9", true)))
                .bytes();
        assertEquals(List.of(VALID), codes(empty));
        assertEquals(
                List.of(VALID, PHANTOM_READ_CONFLICT),
                codes(made.transaction().writes("row5", "y").bytes(), empty));
        ByteString whole = made.transaction()
                .changeSet(set -> set.addRangeQueriesInfo(range("row", "", true, "row1", "row2")))
                .bytes();
        assertEquals(List.of(VALID), codes(whole));
        assertEquals(
                List.of(VALID, PHANTOM_READ_CONFLICT),
                codes(made.transaction().writes("zzz", "y").bytes(), whole));
    }

    @Test
    void aKeysPolicyReplacesTheChaincodesFromTheNextBlockOn() {
        ByteString byCarrier =
                made.transaction().writes("old", "y").endorsedBy("CarrierMSP").bytes();
        ByteString byOthers = made.transaction().writes("old", "y").bytes();
        assertEquals(List.of(ENDORSEMENT_POLICY_FAILURE, VALID), codes(byCarrier, byOthers));
        commit(made.transaction().setsPolicy("old", CARRIER).bytes());
        assertEquals(List.of(VALID, ENDORSEMENT_POLICY_FAILURE), codes(byCarrier, byOthers));
        // The value alone was written: the policy stays, and is itself under the policy.
        commit(byCarrier);
        assertEquals(
                List.of(ENDORSEMENT_POLICY_FAILURE),
                codes(made.transaction().setsPolicy("old", ByteString.EMPTY).bytes()));
        commit(made.transaction()
                .setsPolicy("old", ByteString.EMPTY)
                .endorsedBy("CarrierMSP")
                .bytes());
        assertEquals(List.of(VALID), codes(made.transaction().writes("old", "z").bytes()));
    }

    @Test
    void aPolicySetInTheBlockStopsEveryLaterWriteOfThatKeyInIt() {
        assertEquals(
                List.of(VALID, ENDORSEMENT_POLICY_FAILURE, ENDORSEMENT_POLICY_FAILURE, VALID),
                codes(
                        made.transaction().setsPolicy("old", CARRIER).bytes(),
                        made.transaction()
                                .writes("old", "y")
                                .endorsedBy(ALL.toArray(String[]::new))
                                .bytes(),
                        made.transaction().setsPolicy("old", CARRIER).bytes(),
                        made.transaction().writes("other", "y").bytes()));
    }

    @Test
    void aPolicyThatNobodyCouldReadFailsTheWritesOfItsKeyOnly() {
        commit(made.transaction()
                .setsPolicy("old", ByteString.copyFromUtf8("no policy at all"))
                .bytes());
        assertEquals(
                List.of(ENDORSEMENT_POLICY_FAILURE, VALID),
                codes(
                        made.transaction()
                                .writes("old", "y")
                                .endorsedBy(ALL.toArray(String[]::new))
                                .bytes(),
                        made.transaction().writes("other", "y").bytes()));
    }

    @Test
    void metadataOfAMissingKeyDoesNothingAndMetadataAloneMovesTheVersion() {
        commit(
                made.transaction().setsPolicy("missing", CARRIER).bytes(),
                made.transaction().setsPolicy("old", CARRIER).bytes());
        try (var snapshot = ledger.snapshot()) {
            assertEquals(
                    true, snapshot.get(new StateKey(Made.CHAINCODE, "missing")).isEmpty());
            var old = snapshot.get(new StateKey(Made.CHAINCODE, "old")).orElseThrow();
            assertEquals("x", old.value().toStringUtf8());
            assertEquals(new Version(1, 1), old.version());
            assertEquals(CARRIER.toByteString(), old.policy());
        }
    }

    @Test
    void valueAndPolicyOfANewKeyAreWrittenTogether() {
        commit(made.transaction().writes("new", "x").setsPolicy("new", CARRIER).bytes());
        try (var snapshot = ledger.snapshot()) {
            var entry = snapshot.get(new StateKey(Made.CHAINCODE, "new")).orElseThrow();
            assertEquals(CARRIER.toByteString(), entry.policy());
            assertEquals(new Version(1, 0), entry.version());
        }
    }
}
