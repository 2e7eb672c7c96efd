package uz.muhr.network.devnet.validation;

import static org.hyperledger.fabric.protos.peer.TxValidationCode.ENDORSEMENT_POLICY_FAILURE;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.VALID;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.util.List;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.network.devnet.fixture.Identities;
import uz.muhr.network.devnet.fixture.Made;
import uz.muhr.network.devnet.ledger.StateKey;
import uz.muhr.network.devnet.ledger.Version;
import uz.muhr.network.devnet.policy.EndorsementPolicy;

@ExtendWith(Identities.class)
final class KeyPolicyTest {
    private static final String[] ALL = {"CustomsMSP", "ChamberMSP", "QuarantineMSP", "CarrierMSP"};
    private static final SignaturePolicyEnvelope CARRIER = EndorsementPolicy.peersOf(1, List.of("CarrierMSP"));

    private final Bench bench;
    private final Made made;

    KeyPolicyTest(Identities.Home home, @TempDir Path folder) {
        bench = new Bench(home, folder);
        made = bench.made();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aKeysPolicyReplacesTheChaincodesFromTheNextBlockOn() {
        ByteString byCarrier =
                made.transaction().writes("old", "y").endorsedBy("CarrierMSP").bytes();
        ByteString byOthers = made.transaction().writes("old", "y").bytes();
        assertEquals(List.of(ENDORSEMENT_POLICY_FAILURE, VALID), bench.codes(byCarrier, byOthers));
        bench.commit(made.transaction().setsPolicy("old", CARRIER).bytes());
        assertEquals(List.of(VALID, ENDORSEMENT_POLICY_FAILURE), bench.codes(byCarrier, byOthers));
        // The value alone was written: the policy stays, and is itself under the policy.
        bench.commit(byCarrier);
        assertEquals(
                List.of(ENDORSEMENT_POLICY_FAILURE),
                bench.codes(
                        made.transaction().setsPolicy("old", ByteString.EMPTY).bytes()));
        bench.commit(made.transaction()
                .setsPolicy("old", ByteString.EMPTY)
                .endorsedBy("CarrierMSP")
                .bytes());
        assertEquals(
                List.of(VALID),
                bench.codes(made.transaction().writes("old", "z").bytes()));
    }

    @Test
    void aPolicySetInTheBlockStopsEveryLaterWriteOfThatKeyInIt() {
        assertEquals(
                List.of(VALID, ENDORSEMENT_POLICY_FAILURE, ENDORSEMENT_POLICY_FAILURE, VALID),
                bench.codes(
                        made.transaction().setsPolicy("old", CARRIER).bytes(),
                        made.transaction().writes("old", "y").endorsedBy(ALL).bytes(),
                        made.transaction().setsPolicy("old", CARRIER).bytes(),
                        made.transaction().writes("other", "y").bytes()));
    }

    @Test
    void aPolicyThatNobodyCouldReadFailsTheWritesOfItsKeyOnly() {
        bench.commit(made.transaction()
                .setsPolicy("old", ByteString.copyFromUtf8("no policy at all"))
                .bytes());
        assertEquals(
                List.of(ENDORSEMENT_POLICY_FAILURE, VALID),
                bench.codes(
                        made.transaction().writes("old", "y").endorsedBy(ALL).bytes(),
                        made.transaction().writes("other", "y").bytes()));
    }

    @Test
    void metadataOfAMissingKeyDoesNothingAndMetadataAloneMovesTheVersion() {
        bench.commit(
                made.transaction().setsPolicy("missing", CARRIER).bytes(),
                made.transaction().setsPolicy("old", CARRIER).bytes());
        try (var snapshot = bench.ledger().snapshot()) {
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
        bench.commit(
                made.transaction().writes("new", "x").setsPolicy("new", CARRIER).bytes());
        try (var snapshot = bench.ledger().snapshot()) {
            var entry = snapshot.get(new StateKey(Made.CHAINCODE, "new")).orElseThrow();
            assertEquals(CARRIER.toByteString(), entry.policy());
            assertEquals(new Version(1, 0), entry.version());
        }
    }
}
