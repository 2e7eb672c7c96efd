package uz.muhr.protocol.consignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static uz.muhr.protocol.Refusals.assertMalformed;
import static uz.muhr.protocol.Refusals.assertRefused;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.Golden;
import uz.muhr.protocol.SampleSeals;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.freight.Ucr;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.refusal.ErrorCode;

/** An event of a consignment says one thing and is named by all that it says. */
final class ConsignmentEventTest {
    private static final ConsignmentId ID = SampleSeals.SECRET.id();
    private static final Change CHANGE = SampleSeals.change(SampleSeals.CARRIER, "x", SampleSeals.hour(1));
    private static final Optional<EventHash> HEAD =
            Optional.of(SampleSeals.opened().head());
    private static final Linked CONTAINER = Linked.of(Stream.of(SampleSeals.OTHER_CONTAINER), Stream.of());
    private static final Optional<SealReference> SEAL = Optional.of(SampleSeals.SEAL.seal());
    private static final Optional<UcrCommitment> UCR = Optional.of(SampleSeals.SECRET.ucr(new Ucr("A1")));

    private static ConsignmentEvent event(
            long sequence,
            Optional<EventHash> previous,
            Linked linked,
            Optional<UcrCommitment> ucr,
            Optional<SealReference> seal) {
        return new ConsignmentEvent(ID, sequence, previous, linked, ucr, seal, CHANGE);
    }

    private static void contradictsItself(
            long sequence,
            Optional<EventHash> previous,
            Linked linked,
            Optional<UcrCommitment> ucr,
            Optional<SealReference> seal) {
        assertRefused(
                ErrorCode.CORRUPT_RECORD,
                "An event of a consignment contradicts itself.",
                () -> event(sequence, previous, linked, ucr, seal));
    }

    @Test
    void theFirstOpensItAndHasNoPredecessor() {
        assertEquals(
                1, event(1, Optional.empty(), CONTAINER, UCR, Optional.empty()).sequence());
        assertEquals(
                1,
                event(1, Optional.empty(), Linked.NOTHING, Optional.empty(), Optional.empty())
                        .sequence());
        contradictsItself(1, HEAD, CONTAINER, Optional.empty(), Optional.empty());
        contradictsItself(1, Optional.empty(), CONTAINER, Optional.empty(), SEAL);
        contradictsItself(1, Optional.empty(), Linked.NOTHING, Optional.empty(), SEAL);
    }

    @Test
    void aLaterOneHasAPredecessorAndNoReferenceOfTheConsignment() {
        assertEquals(
                2, event(2, HEAD, CONTAINER, Optional.empty(), Optional.empty()).sequence());
        contradictsItself(2, Optional.empty(), CONTAINER, Optional.empty(), Optional.empty());
        contradictsItself(2, HEAD, CONTAINER, UCR, Optional.empty());
        contradictsItself(2, HEAD, Linked.NOTHING, UCR, SEAL);
    }

    @Test
    void aLaterOneLinksSomethingOrSealsSomethingAndNotBoth() {
        assertEquals(
                SEAL, event(2, HEAD, Linked.NOTHING, Optional.empty(), SEAL).seal());
        contradictsItself(2, HEAD, CONTAINER, Optional.empty(), SEAL);
        contradictsItself(2, HEAD, Linked.NOTHING, Optional.empty(), Optional.empty());
    }

    @Test
    void thereIsNoEventBeforeTheFirst() {
        contradictsItself(0, HEAD, CONTAINER, Optional.empty(), Optional.empty());
        contradictsItself(-1, HEAD, CONTAINER, Optional.empty(), Optional.empty());
    }

    @Test
    void whateverIsChangedInAnEventChangesItsHash() {
        ConsignmentEvent event = event(2, HEAD, CONTAINER, Optional.empty(), Optional.empty());
        Set<EventHash> hashes = new HashSet<>(List.of(event.hash()));
        List<ConsignmentEvent> others = List.of(
                event(3, HEAD, CONTAINER, Optional.empty(), Optional.empty()),
                event(2, Optional.of(event.hash()), CONTAINER, Optional.empty(), Optional.empty()),
                event(
                        2,
                        HEAD,
                        Linked.of(Stream.of(SampleSeals.CONTAINER), Stream.of()),
                        Optional.empty(),
                        Optional.empty()),
                event(
                        2,
                        HEAD,
                        Linked.of(Stream.of(), Stream.of(new ConsignedDocument(SampleSeals.OTHER_CONTAINER.hex()))),
                        Optional.empty(),
                        Optional.empty()),
                event(2, HEAD, Linked.NOTHING, Optional.empty(), SEAL),
                new ConsignmentEvent(
                        new ConsignmentSecret(Samples.sha256("another")).id(),
                        2,
                        HEAD,
                        CONTAINER,
                        Optional.empty(),
                        Optional.empty(),
                        CHANGE),
                new ConsignmentEvent(
                        ID,
                        2,
                        HEAD,
                        CONTAINER,
                        Optional.empty(),
                        Optional.empty(),
                        SampleSeals.change(SampleSeals.RAILWAY, "x", SampleSeals.hour(1))));
        others.forEach(other -> hashes.add(other.hash()));
        assertEquals(1 + others.size(), hashes.size());
        assertEquals(event.hash(), ConsignmentEvent.parse(event.write()).hash());
    }

    @Test
    void anEventOfAConsignmentIsNoEventOfASeal() {
        ConsignmentEvent event = event(2, HEAD, Linked.NOTHING, Optional.empty(), SEAL);
        assertNotEquals(EventHash.of("muhr/seal-event/1", event.json()), event.hash());
        assertEquals(EventHash.of("muhr/consignment-event/1", event.json()), event.hash());
    }

    @Test
    void anEventOfAnotherFormatOrWithMoreThanItsMembersIsRefused() {
        String text = Golden.text("consignment-event");
        assertMalformed(() -> ConsignmentEvent.parse(text.replace("\"format\":1", "\"format\":2")));
        assertRefused(
                ErrorCode.MALFORMED_ARGUMENT,
                "unknown member",
                () -> ConsignmentEvent.parse(text.substring(0, text.length() - 1) + ",\"zz\":1}"));
        assertRefused(
                ErrorCode.CORRUPT_RECORD,
                () -> ConsignmentEvent.parse(text.replace("\"sequence\":1", "\"sequence\":2")));
    }
}
