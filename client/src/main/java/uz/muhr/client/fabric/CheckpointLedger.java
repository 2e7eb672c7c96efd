package uz.muhr.client.fabric;

import com.google.protobuf.ByteString;
import java.security.GeneralSecurityException;
import java.security.ProviderException;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.protos.common.BlockHeader;
import uz.muhr.client.fabric.key.UserKey;
import uz.muhr.proof.bundle.CheckpointFile;
import uz.muhr.proof.bundle.NetworkTrust;
import uz.muhr.proof.checkpoint.Checkpoint;
import uz.muhr.proof.checkpoint.Cosigning;
import uz.muhr.protocol.identifier.MspId;

/**
 * The chain as the organisation's own peer has it, and the user's signature under it. Another organisation's peer is never
 * asked, whatever the profile says: what one cosigns one has seen oneself.
 */
public final class CheckpointLedger {
    private static final long BETWEEN_QUESTIONS_MILLIS = 100;

    private final Profile profile;
    private final UserKey key;
    private final ProofLedger own;

    /** @throws LedgerConfigurationException when the profile names no peer of the organisation itself */
    CheckpointLedger(Profile profile, UserKey key, Peers peers) {
        this.profile = profile;
        this.key = key;
        List<Peer> ours = peers.inOrder().stream()
                .filter(peer -> peer.organisation().equals(profile.mspId()))
                .toList();
        if (ours.isEmpty()) {
            throw new LedgerConfigurationException("The profile of " + profile.mspId()
                    + " has to name a peer of its own, for checkpoints are made by that alone; it names none.");
        }
        this.own = new ProofLedger(profile, new Peers(ours));
    }

    public MspId organisation() {
        return profile.mspId();
    }

    public String channel() {
        return profile.channel();
    }

    /** As {@link ProofLedger#trust}, by the own peer alone. */
    public NetworkTrust trust() {
        return own.trust();
    }

    /** How many blocks the peer has. */
    public long height() {
        return own.height();
    }

    /** How many blocks the peer has once it has so many, or after the time: a peer may be a moment behind another. */
    public long height(long wanted, Duration within) {
        long end = System.nanoTime() + within.toNanos();
        long height = height();
        try {
            while (height < wanted && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_QUESTIONS_MILLIS);
                height = height();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return height;
    }

    /** The hash of a block's header, 64 digits. */
    public String hash(long number) {
        BlockHeader header = own.block(number).getHeader();
        if (header.getNumber() != number) {
            throw new LedgerUnavailableException(
                    "The peer of " + organisation() + " was asked for block " + number + " and gave block "
                            + header.getNumber() + ".",
                    new IllegalStateException("another block"));
        }
        return BlockHeaderHash.of(header);
    }

    /** The hashes of blocks' data, 32 bytes each, one after the other; whether they are right is for who computes with them. */
    public byte[] dataHashes(long first, long last) {
        ByteString hashes = ByteString.EMPTY;
        for (long number = first; number <= last; number++) {
            hashes = hashes.concat(own.block(number).getHeader().getDataHash());
        }
        return hashes.toByteArray();
    }

    /** The chain up to so many blocks. */
    public Checkpoint at(long height) {
        return new Checkpoint(channel(), hash(0), height, hash(height - 1));
    }

    /** A checkpoint with the user's signature alone. */
    public CheckpointFile first(Checkpoint checkpoint, Instant now) {
        Cosigning cosigning = cosigning(now);
        return cosigning.first(checkpoint, sign(cosigning.digest(checkpoint)), own.configurations());
    }

    /** The file with the user's signature too, and with the configurations that the peer knows if it knows more. */
    public CheckpointFile more(CheckpointFile file, Checkpoint checkpoint, Instant now) {
        Cosigning cosigning = cosigning(now);
        List<ByteString> known = own.configurations();
        return cosigning.more(
                file,
                sign(cosigning.digest(checkpoint)),
                known.size() > file.configurations().size() ? known : file.configurations());
    }

    private Cosigning cosigning(Instant now) {
        try {
            return new Cosigning(channel(), organisation(), key.certificate().getEncoded(), now);
        } catch (CertificateEncodingException e) {
            throw new IllegalStateException("What was read from a file always encodes.", e);
        }
    }

    private byte[] sign(byte[] digest) {
        try {
            return key.signer().sign(digest);
        } catch (GeneralSecurityException e) {
            throw Failures.unsigned(new ProviderException(e));
        } catch (ProviderException e) {
            throw Failures.unsigned(e);
        }
    }
}
