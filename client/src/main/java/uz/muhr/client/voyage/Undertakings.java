package uz.muhr.client.voyage;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import uz.muhr.client.commitment.DurableFile;
import uz.muhr.client.commitment.Place;
import uz.muhr.client.consignment.ConsignmentFile;
import uz.muhr.client.consignment.ConsignmentReceipt;
import uz.muhr.client.consignment.KnownSeal;
import uz.muhr.client.consignment.LinkedDocument;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.submission.Attempted.Done;
import uz.muhr.client.submission.NotedAttempts;
import uz.muhr.client.submission.SealWish;
import uz.muhr.client.tracking.TrackingFile;
import uz.muhr.protocol.consignment.ConsignmentRecord;
import uz.muhr.protocol.consignment.RegistryKey;
import uz.muhr.protocol.freight.ContainerNumber;
import uz.muhr.protocol.freight.SealCondition;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.seal.SealAct;
import uz.muhr.protocol.seal.SealedConsignment;
import uz.muhr.protocol.sealing.Observed;

/**
 * What the holder of a consignment's receipt does. Whatever the receipt has to know lies on disk before anything is sent, so
 * that a command that was interrupted at any point is simply given again.
 */
public final class Undertakings implements AutoCloseable {
    private static final String UNDER_WAY = ".under-way";

    private final Ledger ledger;
    private final ConsignmentFile file;
    private final NotedAttempts attempts;

    public Undertakings(Ledger ledger, ConsignmentFile file) {
        this.ledger = ledger;
        this.file = file;
        this.attempts = new NotedAttempts(ledger, new DurableFile(file.path().resolveSibling(file.name() + UNDER_WAY)));
    }

    /** What was done, and where the ledger has it. */
    public record Outcome(ConsignmentReceipt receipt, Place place, boolean before) {}

    /**
     * Opens a consignment; its receipt is complete when this returns.
     *
     * @param pending a new receipt; where an earlier attempt left one, that counts
     * @throws Refusal CONSIGNMENT_EXISTS when there is a receipt of another consignment; the ledger's own
     */
    public Outcome open(ConsignmentReceipt pending) {
        boolean fresh = file.create(pending);
        ConsignmentReceipt receipt = fresh ? pending : taken(pending);
        if (receipt.opened().isPresent()) {
            return new Outcome(receipt, receipt.opened().get(), true);
        }
        try {
            Done done = attempts.settle(() -> new SealWish.Open(receipt));
            ConsignmentReceipt complete = receipt.openedAt(done.place());
            file.replace(receipt, complete);
            return new Outcome(complete, done.place(), done.before());
        } catch (Refusal refusal) {
            if (fresh) {
                // Of an earlier attempt nobody knows, and then the receipt is still needed.
                file.delete();
            }
            throw refusal;
        }
    }

    /** What an earlier attempt left has to be the same consignment but for its secret. */
    private ConsignmentReceipt taken(ConsignmentReceipt pending) {
        ConsignmentReceipt found = file.read();
        boolean same = found.opener().equals(pending.opener())
                && found.ucr().equals(pending.ucr())
                && found.containers().containsAll(pending.containers())
                && found.documents().containsAll(pending.documents());
        if (!same) {
            throw Refusal.malformed(file.name() + " is the receipt of another consignment. Choose another name.");
        }
        return found;
    }

    /** Takes containers and documents in besides; those that it has already are left out. */
    public Outcome link(List<ContainerNumber> containers, List<LinkedDocument> documents) {
        ConsignmentReceipt before = file.read();
        ConsignmentReceipt after = before.with(containers, documents);
        attempts.finishFirst();
        ConsignmentRecord record =
                ledger.seals().consignment(before.id()).value().consignment();
        List<ContainerNumber> moreContainers = containers.stream()
                .filter(container ->
                        !record.containers().contains(before.secret().container(container)))
                .toList();
        List<LinkedDocument> moreDocuments = documents.stream()
                .filter(document -> !record.documents().contains(before.secret().document(document.id())))
                .toList();
        if (moreContainers.isEmpty() && moreDocuments.isEmpty()) {
            file.replace(before, after);
            TransactionId last = record.changed().transaction();
            return new Outcome(after, new Place(last, ledger.blockOf(last)), true);
        }
        return settled(
                before,
                after,
                () -> new SealWish.Link(SealRequests.link(before, record.sequence(), moreContainers, moreDocuments)));
    }

    /** Puts a seal on its container. */
    public Outcome affix(Registry registry, NewSeal seal, Occasion occasion) {
        ConsignmentReceipt before = file.read();
        ConsignmentReceipt after = known(before.with(seal.seal()), occasion);
        RegistryKey key = key(registry);
        SealWish wish = new SealWish.Affix(SealRequests.affix(before, key, seal, occasion));
        return settled(before, after, () -> wish);
    }

    /** Puts a seal in another's place. */
    public Outcome replace(Registry registry, KnownSeal old, NewSeal seal, Occasion occasion) {
        ConsignmentReceipt before = file.read();
        ConsignmentReceipt after = known(before.with(seal.seal()), occasion);
        RegistryKey key = key(registry);
        return settled(
                before,
                after,
                () -> new SealWish.Exchange(
                        SealRequests.replace(before, key, old, version(before, old), seal, occasion)));
    }

    /** Does something to one seal, or says what was found of it. */
    public Outcome act(KnownSeal seal, SealAct act, Occasion occasion) {
        ConsignmentReceipt before = file.read();
        return settled(
                before,
                known(before, occasion),
                () -> new SealWish.Act(SealRequests.act(before, seal, version(before, seal), act, occasion)));
    }

    /** Reports a seal. */
    public Outcome report(KnownSeal seal, SealCondition condition, Occasion occasion) {
        ConsignmentReceipt before = file.read();
        ConsignmentReceipt after = known(before, occasion);
        file.replace(before, after);
        Done done = attempts.settle(() -> new SealWish.Observe(
                SealRequests.report(before, seal, ledger.organisation(), version(before, seal), condition, occasion)));
        for (Observed outcome : Observed.parse(done.answer())) {
            if (outcome instanceof Observed.Refused refused) {
                throw refused.refusal();
            }
        }
        return new Outcome(after, done.place(), done.before());
    }

    /** Records the readings that a file tells of; those that are on the ledger already are counted, and recorded once. */
    public Imported readings(TrackingFile events) {
        ConsignmentReceipt receipt = file.read();
        SealedConsignment stand = ledger.seals().consignment(receipt.id()).value();
        Readings readings = Readings.of(events.sightings(), receipt, stand);
        List<Observed> outcomes = new ArrayList<>();
        readings.lists()
                .forEach(list -> outcomes.addAll(Observed.parse(
                        attempts.settle(() -> new SealWish.Observe(list)).answer())));
        return Imported.of(events, readings, outcomes);
    }

    private RegistryKey key(Registry registry) {
        return registry.key(hash -> attempts.settle(() -> new SealWish.Register(hash)));
    }

    private long version(ConsignmentReceipt receipt, KnownSeal seal) {
        return ledger.seals().seal(receipt.name(seal)).value().sequence();
    }

    private Outcome settled(ConsignmentReceipt before, ConsignmentReceipt after, Supplier<SealWish> wish) {
        file.replace(before, after);
        try {
            Done done = attempts.settle(wish);
            return new Outcome(after, done.place(), done.before());
        } catch (Refusal refusal) {
            file.replace(after, before);
            throw refusal;
        }
    }

    private static ConsignmentReceipt known(ConsignmentReceipt receipt, Occasion occasion) {
        return occasion.place().map(receipt::with).orElse(receipt);
    }

    /** Whoever asked was told what was done. */
    @Override
    public void close() {
        attempts.close();
    }
}
