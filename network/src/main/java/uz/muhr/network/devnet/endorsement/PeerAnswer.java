package uz.muhr.network.devnet.endorsement;

import com.google.protobuf.ByteString;
import java.util.List;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.Response;

/** What a peer says to a proposal. */
public sealed interface PeerAnswer {
    /**
     * An endorsed answer.
     *
     * @param payload the signed ProposalResponsePayload
     * @param keyPolicies the serialised policies of written keys that have their own
     * @param chaincodePolicyNeeded whether the chaincode's policy must be satisfied too
     */
    record Endorsed(
            Response response,
            ByteString payload,
            Endorsement endorsement,
            List<ByteString> keyPolicies,
            boolean chaincodePolicyNeeded)
            implements PeerAnswer {}

    /** The chaincode itself answered with an error. */
    record ChaincodeError(int status, String message) implements PeerAnswer {}

    /** The peer could not run the chaincode, or knows no such chaincode or channel. */
    record Failed(String message) implements PeerAnswer {}

    /** The proposal is not admitted: its form, its creator, its signature, or a repeated transaction. */
    record Refused(String message) implements PeerAnswer {}

    /** The creator's certificate has expired, or its clock is wrong; found before anything else is looked at. */
    record Barred(String message) implements PeerAnswer {}
}
