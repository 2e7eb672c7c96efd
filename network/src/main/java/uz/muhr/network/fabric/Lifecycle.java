package uz.muhr.network.fabric;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import java.util.OptionalLong;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.protos.peer.ApplicationPolicy;
import org.hyperledger.fabric.protos.peer.lifecycle.ApproveChaincodeDefinitionForMyOrgArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.ChaincodeSource;
import org.hyperledger.fabric.protos.peer.lifecycle.CommitChaincodeDefinitionArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryApprovedChaincodeDefinitionArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryApprovedChaincodeDefinitionResult;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryChaincodeDefinitionArgs;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryChaincodeDefinitionResult;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.local.PeerGateway;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Topology;
import uz.muhr.network.topology.User;

/**
 * One organisation's say in what a chaincode is, through Fabric's contract {@code _lifecycle} (fabric
 * core/chaincode/lifecycle/scc.go). Sent through the gateway, which hands transactions to every orderer: sent to one that
 * does not lead, each would wait until it is passed on.
 */
final class Lifecycle implements AutoCloseable {
    /** The channel's rule: more than half of the organisations. */
    private static final ByteString MAJORITY = ApplicationPolicy.newBuilder()
            .setChannelConfigPolicyReference("/Channel/Application/Endorsement")
            .build()
            .toByteString();

    private final Organisation organisation;
    private final PeerGateway peer;
    private final Contract lifecycle;

    Lifecycle(Topology topology, NetworkHome home, Organisation organisation) {
        this.organisation = organisation;
        this.peer = PeerGateway.open(topology, home, organisation, User.ADMIN);
        this.lifecycle = peer.system("_lifecycle");
    }

    /** The sequence of the definition the channel holds; empty when it has none of that name, or cannot tell yet. */
    OptionalLong committed(String chaincode) {
        try {
            byte[] answer = ask(
                    "QueryChaincodeDefinition",
                    QueryChaincodeDefinitionArgs.newBuilder().setName(chaincode).build());
            return OptionalLong.of(
                    QueryChaincodeDefinitionResult.parseFrom(answer).getSequence());
        } catch (GatewayException none) {
            return OptionalLong.empty();
        } catch (InvalidProtocolBufferException e) {
            throw malformed(e);
        }
    }

    /** Whether this organisation has approved the release with this very package. */
    boolean hasApproved(Release release, String packageId) {
        try {
            byte[] answer = ask(
                    "QueryApprovedChaincodeDefinition",
                    QueryApprovedChaincodeDefinitionArgs.newBuilder()
                            .setName(release.name())
                            .setSequence(release.sequence())
                            .build());
            return QueryApprovedChaincodeDefinitionResult.parseFrom(answer)
                    .getSource()
                    .getLocalPackage()
                    .getPackageId()
                    .equals(packageId);
        } catch (GatewayException none) {
            return false;
        } catch (InvalidProtocolBufferException e) {
            throw malformed(e);
        }
    }

    void approve(Release release, String packageId) throws GatewayException, CommitException {
        submit(
                lifecycle,
                "ApproveChaincodeDefinitionForMyOrg",
                ApproveChaincodeDefinitionForMyOrgArgs.newBuilder()
                        .setName(release.name())
                        .setVersion(release.version())
                        .setSequence(release.sequence())
                        .setValidationParameter(MAJORITY)
                        .setSource(ChaincodeSource.newBuilder()
                                .setLocalPackage(
                                        ChaincodeSource.Local.newBuilder().setPackageId(packageId)))
                        .build(),
                organisation.mspId());
    }

    /** Makes the release the channel's, once more than half of the organisations have approved it. */
    void commit(Release release) throws GatewayException, CommitException {
        submit(
                lifecycle,
                "CommitChaincodeDefinition",
                CommitChaincodeDefinitionArgs.newBuilder()
                        .setName(release.name())
                        .setVersion(release.version())
                        .setSequence(release.sequence())
                        .setValidationParameter(MAJORITY)
                        .build());
    }

    private byte[] ask(String function, MessageLite argument) throws GatewayException {
        return lifecycle
                .newProposal(function)
                .addArguments(argument.toByteArray())
                .setEndorsingOrganizations(organisation.mspId())
                .build()
                .evaluate();
    }

    private static void submit(Contract contract, String function, MessageLite argument, String... organisations)
            throws GatewayException, CommitException {
        var proposal = contract.newProposal(function).addArguments(argument.toByteArray());
        if (organisations.length > 0) {
            proposal.setEndorsingOrganizations(organisations);
        }
        var transaction = proposal.build().endorse();
        var status = transaction.submitAsync().getStatus();
        if (!status.isSuccessful()) {
            throw new FabricException(
                    "The transaction " + function + " was ordered and found invalid: " + status.getCode() + ".");
        }
    }

    private static FabricException malformed(InvalidProtocolBufferException e) {
        return new FabricException("A peer's answer about a chaincode is malformed: " + e.getMessage(), e);
    }

    @Override
    public void close() {
        peer.close();
    }
}
