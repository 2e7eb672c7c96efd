package uz.muhr.network.local;

import com.google.gson.JsonObject;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.OptionalLong;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Topology;
import uz.muhr.network.topology.User;

/**
 * How one organisation's part of the network is.
 *
 * @param height the number of blocks its peer has, or empty when the peer cannot be asked
 * @param chaincode whether its own chaincode answers
 * @param detail what was wrong, or empty
 */
public record OrganisationStatus(String name, String peer, OptionalLong height, boolean chaincode, String detail) {
    /** What every contract made with the contract API answers; any other contract refuses it, which is an answer too. */
    private static final String METADATA_CONTRACT = "org.hyperledger.fabric";

    private static final String METADATA_FUNCTION = "GetMetadata";

    /** Asks the organisation's own peer, as the organisation's administrator, who cannot be revoked. */
    public static OrganisationStatus of(Topology topology, NetworkHome home, Organisation organisation) {
        try (PeerGateway peer = PeerGateway.open(topology, home, organisation, User.ADMIN)) {
            return of(topology, organisation, peer);
        }
    }

    static OrganisationStatus of(Topology topology, Organisation organisation, PeerGateway peer) {
        String address = PeerGateway.address(organisation);
        OptionalLong height = OptionalLong.empty();
        String detail;
        try {
            height = OptionalLong.of(height(topology, peer));
            detail = chaincodeFailure(organisation, peer);
        } catch (GatewayException e) {
            detail = "the peer does not answer: " + reason(e);
        } catch (InvalidProtocolBufferException e) {
            detail = "the peer's answer is malformed: " + e.getMessage();
        }
        return new OrganisationStatus(organisation.name(), address, height, detail.isEmpty(), detail);
    }

    private static long height(Topology topology, PeerGateway peer)
            throws GatewayException, InvalidProtocolBufferException {
        byte[] info = peer.system("qscc").evaluateTransaction("GetChainInfo", topology.channel());
        return BlockchainInfo.parseFrom(info).getHeight();
    }

    /** Empty when the organisation's own chaincode answered, whatever it answered. */
    private static String chaincodeFailure(Organisation organisation, PeerGateway peer) {
        try {
            peer.contract(METADATA_CONTRACT)
                    .newProposal(METADATA_FUNCTION)
                    .setEndorsingOrganizations(organisation.mspId())
                    .build()
                    .evaluate();
            return "";
        } catch (GatewayException e) {
            return ChaincodeAnswer.of(e).isPresent() ? "" : "the chaincode does not answer: " + reason(e);
        }
    }

    public boolean isUp() {
        return height.isPresent() && chaincode;
    }

    /** {@code {"name","peer","reachable","height","chaincode","detail"}}, the height only of a reachable peer. */
    public JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("name", name);
        json.addProperty("peer", peer);
        json.addProperty("reachable", height.isPresent());
        height.ifPresent(blocks -> json.addProperty("height", blocks));
        json.addProperty("chaincode", chaincode);
        json.addProperty("detail", detail);
        return json;
    }

    static String reason(GatewayException e) {
        String description = e.getStatus().getDescription();
        return e.getStatus().getCode() + (description == null ? "" : " " + description);
    }
}
