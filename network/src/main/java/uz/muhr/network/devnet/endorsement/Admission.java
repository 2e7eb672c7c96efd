package uz.muhr.network.devnet.endorsement;

import com.google.protobuf.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import uz.muhr.network.devnet.ledger.Ledger;
import uz.muhr.network.devnet.msp.Identity;
import uz.muhr.network.devnet.msp.InvalidIdentityException;
import uz.muhr.network.devnet.msp.Members;
import uz.muhr.network.devnet.transaction.Proposal;
import uz.muhr.network.devnet.transaction.TransactionIds;

/** The checks before a proposal is simulated, in the order and with the texts of Fabric's endorser. */
public final class Admission {
    /** How far a proposal's time may lie from the peer's (peer.authentication.timewindow). */
    private static final Duration TIME_WINDOW = Duration.ofMinutes(15);

    private final String channel;
    private final Members members;
    private final Ledger ledger;
    private final Clock clock;

    public Admission(String channel, Members members, Ledger ledger, Clock clock) {
        this.channel = channel;
        this.members = members;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** Empty when the proposal is admitted. The answer is the same for every peer, so a gateway asks once. */
    public Optional<PeerAnswer> refusal(Proposal proposal) {
        Instant now = clock.instant();
        if (expired(proposal, now)) {
            return Optional.of(new PeerAnswer.Barred("proposal client identity expired"));
        }
        Instant claimed = time(proposal);
        if (Duration.between(claimed, now).abs().compareTo(TIME_WINDOW) > 0) {
            return Optional.of(new PeerAnswer.Barred("request unauthorized due to incorrect timestamp "
                    + claimed.truncatedTo(ChronoUnit.SECONDS) + ", peer time " + now.truncatedTo(ChronoUnit.SECONDS)
                    + ", peer.authentication.timewindow " + TIME_WINDOW.toMinutes() + "m0s"));
        }
        if (!proposal.channel().equals(channel)) {
            return Optional.of(new PeerAnswer.Failed("channel '" + proposal.channel() + "' not found"));
        }
        return formFault(proposal)
                .or(() -> signatureFault(proposal))
                .map(fault -> "error validating proposal: " + fault)
                .or(() -> duplicate(proposal))
                .map(PeerAnswer.Refused::new);
    }

    private static Instant time(Proposal proposal) {
        Timestamp claimed = proposal.channelHeader().getTimestamp();
        return Instant.ofEpochSecond(claimed.getSeconds(), claimed.getNanos());
    }

    private static boolean expired(Proposal proposal, Instant now) {
        try {
            return Members.expired(proposal.signatureHeader().getCreator(), now);
        } catch (InvalidIdentityException e) {
            // What is no identity is refused for that, with the text of the signature check.
            return false;
        }
    }

    private static Optional<String> formFault(Proposal proposal) {
        SignatureHeader header = proposal.signatureHeader();
        int type = proposal.channelHeader().getType();
        if (type != HeaderType.ENDORSER_TRANSACTION_VALUE) {
            HeaderType named = HeaderType.forNumber(type);
            return Optional.of("invalid header type " + (named == null ? String.valueOf(type) : named.name()));
        }
        if (proposal.channelHeader().getEpoch() != 0) {
            return Optional.of("epoch is non-zero");
        }
        if (header.getNonce().isEmpty()) {
            return Optional.of("nonce is empty");
        }
        if (header.getCreator().isEmpty()) {
            return Optional.of("creator is empty");
        }
        String expected = TransactionIds.of(header);
        if (!expected.equals(proposal.transactionId())) {
            return Optional.of(
                    "incorrectly computed txid '" + proposal.transactionId() + "' -- expected '" + expected + "'");
        }
        if (proposal.signed().getSignature().isEmpty()) {
            return Optional.of("empty signature bytes");
        }
        return Optional.empty();
    }

    private Optional<String> signatureFault(Proposal proposal) {
        String denied = "access denied: channel [" + channel + "] creator org ";
        try {
            Identity creator = members.identity(proposal.signatureHeader().getCreator());
            boolean signed = creator.signed(
                    proposal.signed().getSignature(), proposal.signed().getProposalBytes());
            return signed ? Optional.empty() : Optional.of(denied + "[" + creator.mspId() + "]");
        } catch (InvalidIdentityException e) {
            return Optional.of(
                    denied + e.issuer().map(mspId -> "[" + mspId + "]").orElse("unknown, creator is malformed"));
        }
    }

    private Optional<String> duplicate(Proposal proposal) {
        return ledger.transaction(proposal.transactionId())
                .map(place -> "duplicate transaction found [" + proposal.transactionId() + "]. Creator ["
                        + HexFormat.of()
                                .formatHex(
                                        proposal.signatureHeader().getCreator().toByteArray())
                        + "]");
    }
}
