package uz.muhr.network.devnet.ordering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Status;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.network.devnet.fixture.Blocks;
import uz.muhr.network.devnet.fixture.Identities;
import uz.muhr.network.devnet.fixture.Made;
import uz.muhr.network.devnet.ledger.BlockHashes;
import uz.muhr.network.devnet.ledger.Ledger;
import uz.muhr.network.devnet.policy.ChaincodeDefinition;
import uz.muhr.network.devnet.policy.Definitions;
import uz.muhr.network.devnet.policy.EndorsementPolicy;
import uz.muhr.network.devnet.transaction.SignedEnvelope;
import uz.muhr.network.devnet.validation.BlockValidation;

@ExtendWith(Identities.class)
final class OrderingServiceTest {
    private static final List<String> ALL = List.of("CustomsMSP", "ChamberMSP", "QuarantineMSP", "CarrierMSP");

    private final Identities.Home home;
    private final Made made;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Ledger ledger;

    @SuppressWarnings("NullAway.Init")
    private OrderingService ordering;

    OrderingServiceTest(Identities.Home home) {
        this.home = home;
        this.made = new Made(home);
    }

    @BeforeEach
    void start() {
        ledger = Ledger.open(folder);
        ledger.commit(Blocks.of(ledger, Made.CHAINCODE, Map.of("old", "x")));
        ordering = service(Clock.systemUTC());
    }

    private OrderingService service(Clock clock) {
        BlockValidation validation = new BlockValidation(
                ledger,
                home.members(),
                Definitions.of(new ChaincodeDefinition(Made.CHAINCODE, "1", EndorsementPolicy.peersOf(3, ALL))));
        Consenters consenters =
                new Consenters(home.nodes().stream().map(node -> node.orderer()).toList());
        return new OrderingService(
                home.topology().channel(), home.members(), clock, new BlockMaker(ledger, consenters, validation));
    }

    @AfterEach
    void stop() {
        ordering.close();
        ledger.close();
    }

    private void submitAndAwait(List<Envelope> envelopes) throws Exception {
        CountDownLatch committed = new CountDownLatch(1);
        List<String> ids = new ArrayList<>();
        for (Envelope each : envelopes) {
            ids.add(SignedEnvelope.read(each).channelHeader().getTxId());
        }
        Runnable listener = () -> {
            if (ids.stream().allMatch(id -> ledger.transaction(id).isPresent())) {
                committed.countDown();
            }
        };
        ledger.listen(listener);
        envelopes.forEach(each -> assertEquals(Optional.empty(), ordering.submit(each)));
        assertTrue(committed.await(30, TimeUnit.SECONDS));
        ledger.ignore(listener);
    }

    private static void assertRefused(Status status, String info, Optional<Refusal> refusal) {
        assertEquals(status, refusal.orElseThrow().status());
        assertTrue(refusal.get().info().contains(info), refusal.get().info());
    }

    @Test
    void whatIsSubmittedComesIntoTheChainInItsOrder() throws Exception {
        List<Envelope> envelopes = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            envelopes.add(made.transaction().writes("key" + i, "x").envelope());
        }
        submitAndAwait(envelopes);
        List<ByteString> ordered = new ArrayList<>();
        ByteString previous = BlockHashes.header(ledger.block(0).orElseThrow().getHeader());
        for (long i = 1; i < ledger.height(); i++) {
            var block = ledger.block(i).orElseThrow();
            assertEquals(previous, block.getHeader().getPreviousHash());
            assertEquals(BlockHashes.data(block.getData()), block.getHeader().getDataHash());
            previous = BlockHashes.header(block.getHeader());
            ordered.addAll(block.getData().getDataList());
        }
        assertEquals(envelopes.stream().map(Envelope::toByteString).toList(), ordered);
    }

    @Test
    void theSameEnvelopeIsOrderedOnce() throws Exception {
        Envelope envelope = made.transaction().writes("new", "x").envelope();
        submitAndAwait(List.of(envelope));
        assertRefused(Status.SERVICE_UNAVAILABLE, "request already processed", ordering.submit(envelope));
    }

    @Test
    void anEnvelopeForgottenAfterAThousandOthersIsOrderedAgainAndFlagged() throws Exception {
        Envelope envelope = made.transaction().writes("new", "x").envelope();
        submitAndAwait(List.of(envelope));
        List<Envelope> others = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            others.add(made.transaction().endorsedBy().envelope());
        }
        submitAndAwait(others);
        CountDownLatch next = new CountDownLatch(1);
        ledger.listen(next::countDown);
        assertEquals(Optional.empty(), ordering.submit(envelope));
        assertTrue(next.await(30, TimeUnit.SECONDS));
        var last = ledger.block(ledger.height() - 1).orElseThrow();
        assertEquals(
                TxValidationCode.DUPLICATE_TXID_VALUE,
                last.getMetadata().getMetadata(2).byteAt(0));
        String id = SignedEnvelope.read(envelope).channelHeader().getTxId();
        assertEquals(
                TxValidationCode.VALID, ledger.transaction(id).orElseThrow().code());
    }

    @Test
    void onlyMembersWriteAndOnlyToThisChannel() {
        Envelope sound = made.transaction().envelope();
        assertRefused(
                Status.FORBIDDEN,
                "permission denied",
                ordering.submit(sound.toBuilder().clearSignature().build()));
        assertRefused(
                Status.FORBIDDEN,
                "'Writers' sub-policies",
                ordering.submit(sound.toBuilder()
                        .setSignature(ByteString.copyFromUtf8("nonsense"))
                        .build()));
        assertRefused(
                Status.BAD_REQUEST,
                "channel does not exist",
                ordering.submit(made.transaction()
                        .header(header ->
                                header.toBuilder().setChannelId("other").build())
                        .envelope()));
        assertRefused(Status.BAD_REQUEST, "empty", ordering.submit(Envelope.getDefaultInstance()));
    }

    @Test
    void whoseCertificateHasExpiredWritesNoMore() {
        Instant later = Instant.now().plus(Duration.ofDays(4_000));
        try (OrderingService late = service(Clock.fixed(later, ZoneOffset.UTC))) {
            assertRefused(
                    Status.BAD_REQUEST,
                    "broadcast client identity expired",
                    late.submit(made.transaction().envelope()));
        }
    }

    @Test
    void aTransactionBeyondTheLimitIsRefusedByItsSize() {
        Envelope huge = made.transaction()
                .writes("new", "x".repeat(BatchLimits.MAX_BYTES))
                .envelope();
        assertRefused(Status.BAD_REQUEST, "exceeds maximum allowed " + BatchLimits.MAX_BYTES, ordering.submit(huge));
    }

    @Test
    void afterItsEndNothingIsTaken() {
        ordering.close();
        assertRefused(
                Status.SERVICE_UNAVAILABLE,
                "has stopped",
                ordering.submit(made.transaction().envelope()));
    }

    @Test
    void aTransactionLargerThanABlockShouldBeIsABlockOfItsOwn() throws Exception {
        String large = "x".repeat(BatchLimits.PREFERRED_BYTES + 1);
        submitAndAwait(List.of(
                made.transaction().writes("a", "x").envelope(),
                made.transaction().writes("b", large).envelope(),
                made.transaction().writes("c", large).envelope()));
        for (long i = 1; i < ledger.height(); i++) {
            var block = ledger.block(i).orElseThrow();
            assertTrue(block.getSerializedSize() < 2 * BatchLimits.PREFERRED_BYTES + 20_000);
        }
        assertTrue(ledger.height() >= 3);
    }
}
