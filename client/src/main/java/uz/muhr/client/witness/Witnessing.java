package uz.muhr.client.witness;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Optional;
import uz.muhr.client.fabric.CheckpointLedger;
import uz.muhr.proof.bundle.CheckpointFile;
import uz.muhr.proof.bundle.NetworkTrust;
import uz.muhr.proof.checkpoint.Checkpoint;
import uz.muhr.proof.checkpoint.CheckpointReport;
import uz.muhr.proof.checkpoint.CheckpointVerifier;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.refusal.Refusal;

/**
 * An organisation's client as a witness. It signs what its own peer has, as long as that continues all that it signed
 * before, and nothing else.
 */
public final class Witnessing {
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final CheckpointLedger ledger;
    private final CosignedFile before;
    private final InstantSource clock;

    public Witnessing(CheckpointLedger ledger, CosignedFile before, InstantSource clock) {
        this.ledger = ledger;
        this.before = before;
        this.clock = clock;
    }

    /**
     * Makes a checkpoint and signs it.
     *
     * @param height how many blocks; all that the peer has when absent
     * @throws ForkException when the peer no longer has what was signed before
     * @throws PeerBehindException when the peer has not so many
     */
    public CheckpointReport.Witnessed make(Optional<Long> height, Written written) {
        long all = ledger.height(height.orElse(1L), PATIENCE);
        long wanted = height.orElse(all);
        requireHeight(all, wanted);
        Checkpoint checkpoint = ledger.at(wanted);
        return before.alone(() -> {
            requireContinued();
            return signed(checkpoint, ledger.first(checkpoint, clock.instant()), ledger.trust(), written);
        });
    }

    /**
     * Signs what another client made.
     *
     * @throws ForkException when the peer has another block there, or no longer what was signed before
     * @throws PeerBehindException when the peer has not so many
     * @throws Refusal MALFORMED_ARGUMENT when it is no checkpoint that anybody may sign
     */
    public CheckpointReport.Witnessed cosign(byte[] file, Written written) {
        NetworkTrust trust = ledger.trust();
        CheckpointReport.Witnessed theirs = required(new CheckpointVerifier(trust, 1).verify(file));
        Checkpoint checkpoint = theirs.checkpoint();
        return before.alone(() -> {
            requireInPeer(checkpoint, theirs.cosigners().keySet());
            requireContinued();
            CheckpointFile more = ledger.more(CheckpointFile.parse(file), checkpoint, clock.instant());
            return signed(checkpoint, more, trust, written);
        });
    }

    /** Goes on only when the organisation's peer has the very block. */
    void requireInPeer(Checkpoint checkpoint, Collection<MspId> signers) {
        requireHeight(ledger.height(checkpoint.height(), PATIENCE), checkpoint.height());
        String found = ledger.hash(checkpoint.block());
        if (!found.equals(checkpoint.hash())) {
            throw ForkException.with(checkpoint, signers, ledger.organisation(), found);
        }
    }

    private CheckpointReport.Witnessed signed(
            Checkpoint checkpoint, CheckpointFile file, NetworkTrust trust, Written written) {
        byte[] bytes = file.write();
        CheckpointReport.Witnessed report = required(new CheckpointVerifier(trust, 1).verify(bytes));
        before.keep(checkpoint);
        written.write(bytes);
        return report;
    }

    /** What was signed before has to be part of the chain that is signed now; both are the peer's own. */
    private void requireContinued() {
        Optional<Checkpoint> last = before.read();
        if (last.isEmpty()) {
            return;
        }
        Checkpoint known = last.get();
        String first = ledger.hash(0);
        if (!known.origin().equals(new Checkpoint(ledger.channel(), first, 1, first).origin())) {
            throw ForkException.remembered(
                    new Checkpoint(known.channel(), known.firstBlock(), 1, known.firstBlock()),
                    ledger.organisation(),
                    first,
                    before.name());
        }
        requireHeight(ledger.height(known.height(), PATIENCE), known.height());
        String found = ledger.hash(known.block());
        if (!found.equals(known.hash())) {
            throw ForkException.remembered(known, ledger.organisation(), found, before.name());
        }
    }

    private void requireHeight(long found, long wanted) {
        if (found < wanted) {
            throw new PeerBehindException(ledger.organisation(), found, wanted);
        }
    }

    /** What a checkpoint that is to be signed, or compared, witnesses. */
    static CheckpointReport.Witnessed required(CheckpointReport report) {
        if (report instanceof CheckpointReport.NotWitnessed failed) {
            throw Refusal.malformed("The checkpoint does not hold. " + failed.failed() + ": " + failed.fault());
        }
        return (CheckpointReport.Witnessed) report;
    }

    /** Where the signed file goes, once it is known what was signed. */
    @FunctionalInterface
    public interface Written {
        void write(byte[] file);
    }
}
