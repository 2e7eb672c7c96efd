package uz.muhr.network.devnet.validation;

import static org.hyperledger.fabric.protos.peer.TxValidationCode.BAD_COMMON_HEADER;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.BAD_CREATOR_SIGNATURE;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.BAD_PROPOSAL_TXID;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.DUPLICATE_TXID;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.ENDORSEMENT_POLICY_FAILURE;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.INVALID_CHAINCODE;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.INVALID_ENDORSER_TRANSACTION;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.NIL_ENVELOPE;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.UNSUPPORTED_TX_PAYLOAD;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.VALID;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.util.List;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.network.devnet.fixture.Identities;
import uz.muhr.network.devnet.fixture.Made;

@ExtendWith(Identities.class)
final class BlockValidationTest {
    private final Bench bench;
    private final Made made;

    BlockValidationTest(Identities.Home home, @TempDir Path folder) {
        bench = new Bench(home, folder);
        made = bench.made();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void aSoundTransactionIsValid() {
        assertEquals(
                List.of(VALID),
                bench.codes(made.transaction().writes("new", "x").bytes()));
    }

    @Test
    void whatIsWrongWithItsFormHasItsCode() {
        Envelope sound = made.transaction().writes("new", "x").envelope();
        Envelope.Builder unsigned = sound.toBuilder().clearSignature();
        assertEquals(List.of(NIL_ENVELOPE), bench.codes(ByteString.EMPTY));
        assertEquals(
                List.of(BAD_CREATOR_SIGNATURE), bench.codes(unsigned.build().toByteString()));
        assertEquals(
                List.of(BAD_PROPOSAL_TXID),
                bench.codes(made.transaction()
                        .header(header -> header.toBuilder().setTxId("00").build())
                        .bytes()));
        assertEquals(
                List.of(BAD_COMMON_HEADER),
                bench.codes(made.transaction()
                        .header(header -> header.toBuilder().setEpoch(1).build())
                        .bytes()));
        assertEquals(
                List.of(UNSUPPORTED_TX_PAYLOAD),
                bench.codes(made.transaction()
                        .header(header -> header.toBuilder()
                                .setType(HeaderType.CONFIG_VALUE)
                                .build())
                        .bytes()));
        assertEquals(
                List.of(INVALID_ENDORSER_TRANSACTION),
                bench.codes(made.transaction()
                        .response(payload -> payload.toBuilder()
                                .setProposalHash(ByteString.copyFromUtf8("another"))
                                .build())
                        .bytes()));
    }

    @Test
    void anotherChaincodesNamespaceIsNotWritten() {
        assertEquals(
                List.of(INVALID_CHAINCODE),
                bench.codes(made.transaction().of("other").writes("new", "x").bytes()));
        assertEquals(
                List.of(INVALID_CHAINCODE),
                bench.codes(made.transaction().in("other").writes("new", "x").bytes()));
        assertEquals(
                List.of(ENDORSEMENT_POLICY_FAILURE),
                bench.codes(made.transaction()
                        .in("_lifecycle")
                        .writes("namespaces/fields/cc/Sequence", "x")
                        .endorsedBy("CustomsMSP", "ChamberMSP")
                        .bytes()));
    }

    @Test
    void endorsementsCountOncePerOrganisationAndOnlyThoseOfPeers() {
        assertEquals(
                List.of(ENDORSEMENT_POLICY_FAILURE),
                bench.codes(made.transaction()
                        .endorsedBy("CustomsMSP", "ChamberMSP", "CustomsMSP")
                        .bytes()));
        assertEquals(
                List.of(ENDORSEMENT_POLICY_FAILURE),
                bench.codes(made.transaction()
                        .endorsedBy(List.of(
                                bench.home().peer("CustomsMSP"),
                                bench.home().peer("ChamberMSP"),
                                bench.home().user("QuarantineMSP", "issuer")))
                        .bytes()));
        assertEquals(
                List.of(ENDORSEMENT_POLICY_FAILURE),
                bench.codes(made.transaction()
                        .endorsedBy(List.of(
                                bench.home().peer("CustomsMSP"),
                                bench.home().peer("ChamberMSP"),
                                bench.home().nodes().get(3).orderer()))
                        .bytes()));
        assertEquals(
                List.of(ENDORSEMENT_POLICY_FAILURE),
                bench.codes(made.transaction().endorsedBy().bytes()));
    }

    @Test
    void aStrangersEndorsementBesideEnoughOthersDoesNoHarm() {
        assertEquals(
                List.of(VALID),
                bench.codes(made.transaction()
                        .endorsedBy(List.of(
                                bench.home().nodes().get(0).orderer(),
                                bench.home().peer("CustomsMSP"),
                                bench.home().peer("ChamberMSP"),
                                bench.home().peer("CarrierMSP")))
                        .bytes()));
    }

    @Test
    void theSameTransactionTwiceIsADuplicateInTheBlockAndAfterIt() {
        ByteString one = made.transaction().writes("new", "x").bytes();
        assertEquals(List.of(VALID, DUPLICATE_TXID), bench.codes(one, one));
        bench.commit(one);
        assertEquals(List.of(DUPLICATE_TXID), bench.codes(one));
    }
}
