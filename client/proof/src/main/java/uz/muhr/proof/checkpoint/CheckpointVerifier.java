package uz.muhr.proof.checkpoint;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uz.muhr.proof.block.OrderedBlock;
import uz.muhr.proof.bundle.CheckpointFile;
import uz.muhr.proof.bundle.NetworkTrust;
import uz.muhr.proof.check.CheckFailedException;
import uz.muhr.proof.check.Vouched;
import uz.muhr.proof.configuration.Configurations;
import uz.muhr.proof.transaction.Vouchers;
import uz.muhr.proof.witness.UnwitnessedException;
import uz.muhr.proof.witness.WitnessCheck;
import uz.muhr.proof.witness.WitnessChecks;
import uz.muhr.protocol.refusal.Refusal;

/** What a checkpoint witnesses to somebody who trusts the organisations of a trust file. */
public final class CheckpointVerifier {
    /** Without these nobody witnesses anything. */
    private static final Set<WitnessCheck> NEEDED =
            EnumSet.range(WitnessCheck.CHECKPOINT_FORM, WitnessCheck.COSIGNER_QUORUM);

    private final NetworkTrust trust;
    private final int quorum;

    /**
     * Asks for a quorum.
     *
     * @param quorum how many organisations have to have cosigned
     * @throws Refusal MALFORMED_ARGUMENT when so many cannot
     */
    public CheckpointVerifier(NetworkTrust trust, int quorum) {
        if (quorum < 1 || quorum > trust.organisations().size()) {
            throw Refusal.malformed("The quorum has to be from 1 to "
                    + trust.organisations().size() + ", which the trust file names; it is " + quorum + ".");
        }
        this.trust = trust;
        this.quorum = quorum;
    }

    /** Asks for so many, or for more than half of the trusted organisations; fails as the others do. */
    public static CheckpointVerifier of(NetworkTrust trust, Optional<Integer> quorum) {
        return quorum.map(wanted -> new CheckpointVerifier(trust, wanted))
                .orElseGet(() -> new CheckpointVerifier(trust));
    }

    /** Asks for more than half of the trusted organisations. */
    public CheckpointVerifier(NetworkTrust trust) {
        this(trust, trust.organisations().size() / 2 + 1);
    }

    /**
     * Verifies.
     *
     * @param file the file's bytes, whatever they are
     */
    public CheckpointReport verify(byte[] file) {
        WitnessChecks checks = new WitnessChecks();
        try {
            return verify(parse(file), checks);
        } catch (CheckFailedException e) {
            return new CheckpointReport.NotWitnessed(e.name(), e.fault(), checks.made());
        }
    }

    /** A file, read down to the text. */
    private record Opened(CheckpointFile file, SignedNote note, Checkpoint checkpoint) {}

    private static Opened parse(byte[] bytes) {
        try {
            CheckpointFile file = CheckpointFile.parse(bytes);
            SignedNote note = SignedNote.parse(file.note());
            return new Opened(file, note, Checkpoint.parse(note.text()));
        } catch (Refusal refusal) {
            throw new UnwitnessedException(WitnessCheck.CHECKPOINT_FORM, refusal.sentence(), refusal);
        }
    }

    private CheckpointReport verify(Opened opened, WitnessChecks checks) {
        checks.made(WitnessCheck.CHECKPOINT_FORM, Vouched.COMPUTED);
        Configurations configurations = Configurations.from(
                        trust.configuration(), trust.pin(), trust.channel(), trust.organisations(), checks.ofProof())
                .followed(opened.file.configurations(), checks.ofProof());
        List<OrderedBlock> known = known(opened.file, checks);
        requireOrigin(opened.checkpoint, known.get(0), checks);
        requireBlocks(opened.checkpoint, known, checks);
        Cosigners cosigners = new Cosigners(trust.channel(), configurations.newest(), checks);
        int ignored = cosigners.require(opened.note, opened.file.certificates());
        checks.require(
                WitnessCheck.COSIGNER_QUORUM,
                "clients of " + Vouchers.named(cosigners.signed().keySet()),
                cosigners.signed().size() >= quorum,
                () -> "At least " + quorum + " of " + trust.organisations() + " have to cosign the checkpoint; "
                        + cosigners.signed().keySet() + " did.");
        if (!checks.hold(NEEDED)) {
            throw new IllegalStateException("A check of a checkpoint was left out.");
        }
        return new CheckpointReport.Witnessed(opened.checkpoint, cosigners.signed(), ignored, checks.made());
    }

    /** The pinned block, then the later configurations'. */
    private List<OrderedBlock> known(CheckpointFile file, WitnessChecks checks) {
        List<OrderedBlock> known = new ArrayList<>();
        known.add(OrderedBlock.pinned(trust.configuration(), checks.ofProof()));
        for (ByteString block : file.configurations()) {
            known.add(OrderedBlock.signed(block, checks.ofProof()));
        }
        return known;
    }

    /** A trust file that pins a later configuration does not know the first block: that is the cosigners' word then. */
    private void requireOrigin(Checkpoint checkpoint, OrderedBlock pinned, WitnessChecks checks) {
        checks.require(
                WitnessCheck.CHECKPOINT_ORIGIN,
                pinned.number() == 0 ? "the trust file" : "those who cosigned",
                checkpoint.channel().equals(trust.channel())
                        && (pinned.number() > 0 || checkpoint.firstBlock().equals(trust.pin())),
                () -> "The checkpoint has to be of channel " + trust.channel()
                        + " that begins with the pinned block; it is of " + checkpoint.origin() + ".");
    }

    private static void requireBlocks(Checkpoint checkpoint, List<OrderedBlock> known, WitnessChecks checks) {
        for (OrderedBlock block : known) {
            checks.require(
                    WitnessCheck.CHECKPOINT_BLOCK,
                    block.number() != checkpoint.block() || block.headerHash().equals(checkpoint.hash()),
                    () -> "The checkpoint says that block " + checkpoint.block() + " is " + checkpoint.hash()
                            + "; the orderers signed " + block.headerHash() + ".");
        }
    }
}
