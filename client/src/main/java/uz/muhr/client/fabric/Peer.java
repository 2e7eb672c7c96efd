package uz.muhr.client.fabric;

import com.google.protobuf.ByteString;
import io.grpc.ConnectivityState;
import io.grpc.Deadline;
import io.grpc.ManagedChannel;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.CommitStatusException;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.client.identity.Identity;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import uz.muhr.protocol.identifier.MspId;

/** The peer behind one gateway of a profile, as one user calls it. */
final class Peer implements AutoCloseable {
    private final MspId organisation;
    private final String channel;
    private final ManagedChannel connection;
    private final Gateway gateway;
    private final Contract documents;
    private final Contract system;

    private Peer(Profile profile, MspId organisation, ManagedChannel connection, Gateway gateway) {
        this.organisation = organisation;
        this.channel = profile.channel();
        this.connection = connection;
        this.gateway = gateway;
        Network network = gateway.getNetwork(channel);
        this.documents = network.getContract(profile.chaincode(), "document");
        this.system = network.getContract("qscc");
    }

    /** Makes ready to talk; the connection itself is made by the first call. */
    static Peer open(Profile profile, Profile.GatewayAddress address, Profile.ProfileUser user) {
        ManagedChannel connection = Connection.open(address);
        return new Peer(profile, address.mspId(), connection, Connection.gateway(profile.mspId(), user, connection));
    }

    /** The organisation whose peer it is. */
    MspId organisation() {
        return organisation;
    }

    /** What the contract of documents answers, on this peer. */
    byte[] documents(Deadline deadline, String function, String... arguments) {
        return evaluate(documents, deadline, function, arguments);
    }

    /** What Fabric's own query contract answers about the channel, on this peer. */
    byte[] system(Deadline deadline, String function, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = channel;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return evaluate(system, deadline, function, all);
    }

    Transaction endorse(Deadline deadline, String function, String... arguments) {
        connectAnew();
        try {
            return documents
                    .newProposal(function)
                    .addArguments(arguments)
                    .build()
                    .endorse(Deadlines.by(deadline));
        } catch (GatewayException e) {
            throw Failures.ofCall(organisation, e);
        }
    }

    /** Waits until a transaction is committed, whoever sent it. */
    Status outcome(Deadline deadline, String transaction) {
        connectAnew();
        try {
            return gateway.newCommit(statusRequest(transaction)).getStatus(Deadlines.by(deadline));
        } catch (CommitStatusException e) {
            throw Failures.ofCall(organisation, e);
        }
    }

    /** Its gateway may ask no other organisation's peer: the answer has to be this one's own. */
    private byte[] evaluate(Contract contract, Deadline deadline, String function, String... arguments) {
        connectAnew();
        try {
            return contract.newProposal(function)
                    .addArguments(arguments)
                    .setEndorsingOrganizations(organisation.value())
                    .build()
                    .evaluate(Deadlines.by(deadline));
        } catch (GatewayException e) {
            throw Failures.ofCall(organisation, e);
        }
    }

    /** After failed attempts gRPC refuses calls for up to two minutes without trying; whether a peer is back is asked each time. */
    private void connectAnew() {
        if (connection.getState(false) == ConnectivityState.TRANSIENT_FAILURE) {
            connection.enterIdle();
        }
    }

    /** As the SDK makes it when a submission succeeded; it signs it before it asks. */
    private byte[] statusRequest(String transaction) {
        Identity identity = gateway.getIdentity();
        SerializedIdentity creator = SerializedIdentity.newBuilder()
                .setMspid(identity.getMspId())
                .setIdBytes(ByteString.copyFrom(identity.getCredentials()))
                .build();
        CommitStatusRequest request = CommitStatusRequest.newBuilder()
                .setChannelId(channel)
                .setTransactionId(transaction)
                .setIdentity(creator.toByteString())
                .build();
        return SignedCommitStatusRequest.newBuilder()
                .setRequest(request.toByteString())
                .build()
                .toByteArray();
    }

    @Override
    public void close() {
        gateway.close();
        connection.shutdownNow();
        try {
            connection.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
