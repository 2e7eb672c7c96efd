package uz.muhr.client.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

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
import uz.muhr.client.commitment.Binding;
import uz.muhr.client.commitment.Receipt;
import uz.muhr.client.commitment.Receipts;
import uz.muhr.protocol.commitment.FieldsRoot;
import uz.muhr.protocol.commitment.Salt;
import uz.muhr.protocol.customs.DeclarationCommitment;
import uz.muhr.protocol.customs.DrawId;
import uz.muhr.protocol.customs.DrawRequest;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.ProposalId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.proposal.Proposal;
import uz.muhr.protocol.quantity.Amount;
import uz.muhr.protocol.quantity.Quantity;
import uz.muhr.protocol.quantity.UnitCode;
import uz.muhr.protocol.record.Operation;
import uz.muhr.protocol.record.RevocationReason;
import uz.muhr.protocol.refusal.Refusal;

/** What the journal keeps of a wish is that wish again when it is read. */
class WishTextTest {
    private static final DocumentId DOCUMENT = new DocumentId("12".repeat(32));

    static Stream<Wish> wishes() {
        return Stream.of(
                new Wish.Anchor(Receipts.pending()),
                new Wish.Anchor(Receipts.open()),
                new Wish.Replace(Receipts.pending(), DOCUMENT, 3),
                new Wish.NewIssue(Receipts.pending(), 3),
                new Wish.Change(Operation.SUSPEND, DOCUMENT, 1),
                new Wish.Change(Operation.REINSTATE, DOCUMENT, 1),
                new Wish.Change(Operation.RENEW, DOCUMENT, 1),
                new Wish.Change(Operation.HOLD, DOCUMENT, 0),
                new Wish.Change(Operation.RELEASE, DOCUMENT, 1),
                new Wish.Revoke(DOCUMENT, 2, RevocationReason.KEY_COMPROMISE),
                new Wish.WriteOff(new DrawRequest(
                        DOCUMENT,
                        DeclarationCommitment.of(DocumentNumber.parse("26001/010126/0000417")),
                        1,
                        new Quantity(Amount.parse("2.5"), new UnitCode("TNE")))),
                new Wish.Reversal(DOCUMENT, new DrawId("34".repeat(32))),
                new Wish.Propose(new Proposal.Withdraw(
                        new MspId("CarrierMSP"), new TypeCode("861"), Instant.parse("2026-12-01T00:00:00Z"), 1)),
                new Wish.Approve(new ProposalId("56".repeat(32))));
    }

    @ParameterizedTest
    @MethodSource("wishes")
    void itIsReadAsItWasWritten(Wish wish) {
        assertEquals(wish, WishText.parse(WishText.write(wish)));
        assertEquals(64, wish.subject().length());
    }

    @Test
    void allOfThemHaveDigestsOfTheirOwn() {
        Set<String> digests = new HashSet<>();
        wishes().forEach(wish -> digests.add(WishText.digest(wish)));
        assertEquals(wishes().count(), digests.size());
    }

    @Test
    void theSaltWasNotAskedForAndEverythingElseWas() {
        Receipt receipt = Receipts.pending();
        Receipt otherSalt = new Receipt(
                receipt.issuer(),
                receipt.type(),
                receipt.number(),
                receipt.validity(),
                receipt.quantity(),
                receipt.fingerprint(),
                new Binding.Salted(new Salt("00ff".repeat(16))),
                Optional.empty());
        Receipt unlimited = new Receipt(
                receipt.issuer(),
                receipt.type(),
                receipt.number(),
                receipt.validity(),
                Optional.empty(),
                receipt.fingerprint(),
                receipt.binding(),
                Optional.empty());
        String digest = WishText.digest(new Wish.Anchor(receipt));
        assertEquals(digest, WishText.digest(new Wish.Anchor(otherSalt)));
        assertNotEquals(digest, WishText.digest(new Wish.Anchor(unlimited)));
        assertNotEquals(digest, WishText.digest(new Wish.NewIssue(receipt, 1)));
    }

    @Test
    void theSaltOfFieldsWasNotAskedForAndTheirNumberWas() {
        String digest = digestOfFields("cd", "34", 17);
        assertEquals(digest, digestOfFields("00", "35", 17));
        assertNotEquals(digest, digestOfFields("cd", "34", 18));
    }

    private static String digestOfFields(String salt, String root, int count) {
        Receipt receipt = Receipts.fields();
        return WishText.digest(new Wish.Anchor(new Receipt(
                receipt.issuer(),
                receipt.type(),
                receipt.number(),
                receipt.validity(),
                receipt.quantity(),
                receipt.fingerprint(),
                new Binding.Fields(new Salt(salt.repeat(32)), new FieldsRoot(count, root.repeat(32))),
                Optional.empty())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"format\":2,\"kind\":\"approve\",\"proposal\":\"5\"}",
                "{\"format\":1,\"kind\":\"seal\"}",
                "{\"format\":1,\"kind\":\"suspend\",\"sequence\":1}",
                "{\"document\":\"x\",\"format\":1,\"kind\":\"suspend\",\"sequence\":1}"
            })
    void whatIsNoWishIsRefused(String text) {
        assertThrows(Refusal.class, () -> WishText.parse(text));
    }

    @Test
    void aDamagedWishIsReadAsNothingElseThanAWish() {
        Random random = new Random(42);
        List<Wish> all = wishes().toList();
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder(WishText.write(all.get(i % all.size())));
            text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(128));
            try {
                Wish read = WishText.parse(text.toString());
                assertEquals(read, WishText.parse(WishText.write(read)));
            } catch (Refusal refused) {
                assertNotEquals("", refused.sentence());
            }
        }
    }
}
