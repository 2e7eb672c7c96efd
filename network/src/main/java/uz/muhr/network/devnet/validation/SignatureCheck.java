package uz.muhr.network.devnet.validation;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import uz.muhr.network.devnet.ledger.Ledger;
import uz.muhr.network.devnet.msp.Identity;
import uz.muhr.network.devnet.msp.InvalidIdentityException;
import uz.muhr.network.devnet.msp.Members;
import uz.muhr.network.devnet.policy.Signatory;
import uz.muhr.network.devnet.transaction.EndorsedTransaction;
import uz.muhr.network.devnet.transaction.InvalidTransactionException;
import uz.muhr.network.devnet.transaction.SignedEnvelope;

/** What can be said of one envelope by itself: its form, its creator's signature, and whose endorsements are genuine. */
final class SignatureCheck {
    private final Members members;
    private final Ledger ledger;

    SignatureCheck(Members members, Ledger ledger) {
        this.members = members;
        this.ledger = ledger;
    }

    /** The outcome for one envelope. */
    sealed interface Checked permits Sound, Unsound {
        String transactionId();
    }

    /** A well-formed transaction with the endorsers whose signatures hold, each once. */
    record Sound(
            String transactionId, SignedEnvelope envelope, EndorsedTransaction transaction, List<Signatory> endorsers)
            implements Checked {}

    /** An envelope that cannot become valid. */
    record Unsound(String transactionId, TxValidationCode code) implements Checked {}

    Checked check(ByteString bytes) {
        SignedEnvelope envelope;
        try {
            envelope = SignedEnvelope.read(Envelope.parseFrom(bytes));
        } catch (InvalidProtocolBufferException e) {
            return new Unsound("", TxValidationCode.INVALID_OTHER_REASON);
        } catch (InvalidTransactionException e) {
            return new Unsound("", e.code());
        }
        String id = envelope.channelHeader().getTxId();
        if (!signedByCreator(envelope)) {
            return new Unsound(id, TxValidationCode.BAD_CREATOR_SIGNATURE);
        }
        try {
            EndorsedTransaction transaction = envelope.transaction();
            if (ledger.transaction(id).isPresent()) {
                return new Unsound(id, TxValidationCode.DUPLICATE_TXID);
            }
            return new Sound(id, envelope, transaction, endorsers(transaction));
        } catch (InvalidTransactionException e) {
            return new Unsound(id, e.code());
        }
    }

    private boolean signedByCreator(SignedEnvelope envelope) {
        try {
            return members.identity(envelope.signatureHeader().getCreator())
                    .signed(
                            envelope.envelope().getSignature(),
                            envelope.envelope().getPayload());
        } catch (InvalidIdentityException e) {
            return false;
        }
    }

    /** Told apart by their keys: the same certificate can be encoded in more than one way. */
    private List<Signatory> endorsers(EndorsedTransaction transaction) {
        Set<PublicKey> seen = new HashSet<>();
        List<Signatory> endorsers = new ArrayList<>();
        for (Endorsement endorsement : transaction.endorsements()) {
            genuine(endorsement, transaction.responsePayload())
                    .filter(identity -> seen.add(identity.certificate().getPublicKey()))
                    .ifPresent(identity -> endorsers.add(new Signatory(identity.mspId(), identity.role())));
        }
        return List.copyOf(endorsers);
    }

    /** As on Fabric: an endorsement by nobody known, or not signed, counts for nothing; the others still may suffice. */
    private Optional<Identity> genuine(Endorsement endorsement, ByteString payload) {
        try {
            Identity identity = members.identity(endorsement.getEndorser());
            boolean signed = identity.signed(endorsement.getSignature(), payload, endorsement.getEndorser());
            return signed ? Optional.of(identity) : Optional.empty();
        } catch (InvalidIdentityException e) {
            return Optional.empty();
        }
    }
}
