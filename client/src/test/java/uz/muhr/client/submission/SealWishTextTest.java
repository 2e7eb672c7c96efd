package uz.muhr.client.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.client.consignment.ConsignmentReceipt;
import uz.muhr.client.consignment.Voyage;
import uz.muhr.client.voyage.Occasion;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.consignment.ConsignmentLinking;
import uz.muhr.protocol.consignment.ConsignmentSecret;
import uz.muhr.protocol.consignment.RegistryKey;
import uz.muhr.protocol.freight.SealClass;
import uz.muhr.protocol.freight.SealCondition;
import uz.muhr.protocol.freight.SealKind;
import uz.muhr.protocol.freight.SealingParty;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.seal.BreakReason;
import uz.muhr.protocol.seal.Circumstances;
import uz.muhr.protocol.seal.SealAct;
import uz.muhr.protocol.seal.SealDescription;
import uz.muhr.protocol.seal.SealName;
import uz.muhr.protocol.sealing.AffixRequest;
import uz.muhr.protocol.sealing.NewSeal;
import uz.muhr.protocol.sealing.Observation;
import uz.muhr.protocol.sealing.ObservationList;
import uz.muhr.protocol.sealing.ReplaceRequest;
import uz.muhr.protocol.sealing.SealRequest;

/** What the journal, and the note of a command, keep of a write about container seals. */
class SealWishTextTest {
    private static final ConsignmentReceipt RECEIPT = Voyage.opened();
    private static final SealName NAME = RECEIPT.name(Voyage.SEAL);
    private static final Circumstances CIRCUMSTANCES = new Circumstances(
            Optional.of(Instant.parse("2026-11-18T04:30:00Z")),
            Optional.of(RECEIPT.secret().place(Voyage.place("UZTAS"))),
            List.of(RECEIPT.secret().evidence(new Fingerprint("ab".repeat(32)))));

    private static NewSeal seal() {
        return new NewSeal(
                RECEIPT.reference(Voyage.SEAL),
                new SealDescription(SealClass.HIGH_SECURITY, SealKind.ELECTRONIC, SealingParty.CARRIER),
                new RegistryKey("12".repeat(32)).tag(Voyage.SEAL.manufacturer(), Voyage.SEAL.number()));
    }

    private static SealWish.Act act(long expected, SealAct act) {
        return new SealWish.Act(new SealRequest(NAME, expected, act, CIRCUMSTANCES));
    }

    private static SealWish.Observe report(String origin, SealCondition condition) {
        return new SealWish.Observe(new ObservationList(List.of(new Observation(
                NAME, new SealAct.Report(RECEIPT.secret().event(origin), condition), Circumstances.none()))));
    }

    private static SealWish.Exchange exchange(long expected) {
        return new SealWish.Exchange(new ReplaceRequest(NAME, expected, seal(), CIRCUMSTANCES));
    }

    private static SealWish.Link link(long expected) {
        return new SealWish.Link(new ConsignmentLinking(
                RECEIPT.id(), expected, RECEIPT.linked(List.of(Voyage.OTHER_CONTAINER), List.of())));
    }

    static Stream<SealWish> wishes() {
        return Stream.of(
                new SealWish.Register(new RegistryKey("12".repeat(32)).hash()),
                new SealWish.Open(Voyage.pending()),
                link(1),
                new SealWish.Affix(new AffixRequest(
                        RECEIPT.id(), RECEIPT.secret().container(Voyage.CONTAINER), seal(), CIRCUMSTANCES)),
                exchange(3),
                act(1, new SealAct.HandOver(new MspId("CustomsMSP"))),
                act(2, new SealAct.Accept()),
                act(2, new SealAct.Decline()),
                act(2, new SealAct.Withdraw()),
                act(3, new SealAct.Inspect(SealCondition.RIGHT)),
                act(4, new SealAct.Break(BreakReason.INSPECTION)),
                act(5, new SealAct.Remove()),
                report("1", SealCondition.BROKEN));
    }

    @ParameterizedTest
    @MethodSource("wishes")
    void itIsReadAsItWasWritten(SealWish wish) {
        assertEquals(wish, WishText.parse(WishText.write(wish)));
        assertEquals(64, wish.subject().length());
        assertTrue(SameWish.is(wish, wish));
    }

    @Test
    void allOfThemAreOthers() {
        List<SealWish> all = wishes().toList();
        Set<String> digests = new HashSet<>();
        all.forEach(wish -> digests.add(WishText.digest(wish)));
        assertEquals(all.size(), digests.size());
        for (SealWish one : all) {
            assertEquals(
                    1, all.stream().filter(other -> SameWish.is(one, other)).count(), one.kind());
        }
    }

    @Test
    void allThatConcernsAConsignmentGoesInTurn() {
        assertEquals(
                Set.of(RECEIPT.id().hex()),
                new HashSet<>(wishes().skip(1).map(SealWish::subject).toList()));
    }

    @Test
    void theSameIsAskedForWhicheverVersionWasSeen() {
        assertTrue(SameWish.is(act(2, new SealAct.Accept()), act(7, new SealAct.Accept())));
        assertTrue(SameWish.is(exchange(2), exchange(7)));
        assertTrue(SameWish.is(link(2), link(7)));
        assertTrue(SameWish.is(report("1", SealCondition.BROKEN), report("2", SealCondition.BROKEN)));
        assertFalse(SameWish.is(report("1", SealCondition.BROKEN), report("1", SealCondition.MISSING)));
        assertFalse(SameWish.is(
                act(2, new SealAct.Inspect(SealCondition.RIGHT)), act(2, new SealAct.Inspect(SealCondition.BROKEN))));
    }

    @Test
    void theSecretWasNotAskedForAndEverythingElseWas() {
        ConsignmentReceipt receipt = Voyage.pending();
        String digest = WishText.digest(new SealWish.Open(receipt));
        assertEquals(digest, WishText.digest(new SealWish.Open(receipt.under(new ConsignmentSecret("ee".repeat(32))))));
        assertNotEquals(
                digest, WishText.digest(new SealWish.Open(receipt.with(List.of(Voyage.OTHER_CONTAINER), List.of()))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"format\":1,\"kind\":\"accept\"}",
                "{\"format\":1,\"kind\":\"accept\",\"request\":\"{}\"}",
                "{\"format\":1,\"kind\":\"swallow\",\"request\":\"{}\"}",
                "{\"format\":1,\"kind\":\"register-seals\",\"request\":\"12\"}"
            })
    void whatIsNoWishIsRefused(String text) {
        assertThrows(Refusal.class, () -> WishText.parse(text));
    }

    @Test
    void aWishOfAnotherKindThanItSaysIsRefused() {
        String accept = WishText.write(act(2, new SealAct.Accept()));
        assertThrows(Refusal.class, () -> WishText.parse(accept.replace("\"kind\":\"accept\"", "\"kind\":\"remove\"")));
    }

    @Test
    void aDamagedWishIsReadAsNothingElseThanAWish() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<SealWish> all = wishes().toList();
        for (int round = 0; round < 3_000; round++) {
            StringBuilder text = new StringBuilder(WishText.write(all.get(round % all.size())));
            text.setCharAt(random.nextInt(text.length()), (char) (32 + random.nextInt(95)));
            try {
                WishText.parse(text.toString());
            } catch (Refusal refusal) {
                assertFalse(refusal.sentence().isBlank(), "seed " + seed);
            }
        }
    }

    @Test
    void theSecretStaysInTheReceiptAlone() {
        wishes().filter(wish -> !(wish instanceof SealWish.Open))
                .forEach(wish -> assertFalse(
                        WishText.write(wish).contains(RECEIPT.secret().hex())));
        assertEquals(Optional.empty(), Occasion.UNSAID.place());
    }
}
