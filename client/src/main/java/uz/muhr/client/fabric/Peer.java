package uz.muhr.client.fabric;

import com.google.protobuf.ByteString;
import io.grpc.ConnectivityState;
import io.grpc.Deadline;
import io.grpc.ManagedChannel;
import io.grpc.Status.Code;
import java.security.ProviderException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.client.identity.Identity;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import uz.muhr.client.fabric.key.UserKey;
import uz.muhr.protocol.identifier.MspId;

/** The peer behind one gateway of a profile, as one user calls it. */
final class Peer implements AutoCloseable {
    private static final long LONGEST_CHANGE_MILLIS = 100;
    private static final long FIRST_PAUSE_MILLIS = 25;

    private final MspId organisation;
    private final String channel;
    private final ManagedChannel connection;
    private final Gateway gateway;
    private final Network network;
    private final String chaincode;

    private Peer(Profile profile, MspId organisation, ManagedChannel connection, Gateway gateway) {
        this.organisation = organisation;
        this.channel = profile.channel();
        this.connection = connection;
        this.gateway = gateway;
        this.network = gateway.getNetwork(channel);
        this.chaincode = profile.chaincode();
    }

    /** Makes ready to talk; the connection itself is made by the first call. */
    static Peer open(Profile profile, Profile.GatewayAddress address, UserKey key) {
        ManagedChannel connection = Connection.open(address);
        return new Peer(profile, address.mspId(), connection, Connection.gateway(profile.mspId(), key, connection));
    }

    /** The organisation whose peer it is. */
    MspId organisation() {
        return organisation;
    }

    /** What one of our contracts answers, on this peer. */
    byte[] ask(String contract, Deadline deadline, String function, String... arguments) {
        return evaluate(network.getContract(chaincode, contract), deadline, function, arguments);
    }

    /** What Fabric's own query contract answers about the channel, on this peer. */
    byte[] system(Deadline deadline, String function, String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = channel;
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return evaluate(network.getContract("qscc"), deadline, function, all);
    }

    Transaction endorse(String contract, Deadline deadline, String function, String... arguments) {
        return agreed(deadline, Deadlines.LEVEL, () -> network.getContract(chaincode, contract)
                .newProposal(function)
                .addArguments(arguments)
                .build()
                .endorse(Deadlines.by(deadline)));
    }

    /**
     * What a document's standing is, endorsed by the peers of several organisations and not submitted.
     *
     * @return the transaction's payload
     */
    ByteString attest(Deadline deadline, List<MspId> organisations, String question) {
        Transaction answer =
                agreed(deadline, Deadlines.ATTESTERS_LEVEL, () -> network.getContract(chaincode, "document")
                        .newProposal("attest")
                        .addArguments(question)
                        .setEndorsingOrganizations(
                                organisations.stream().map(MspId::value).toArray(String[]::new))
                        .build()
                        .endorse(Deadlines.by(deadline)));
        return Ledger.understood(PreparedTransaction::parseFrom, answer.getBytes())
                .getEnvelope()
                .getPayload();
    }

    /** Waits until a transaction is committed, whoever sent it. */
    Status outcome(Deadline deadline, String transaction) {
        return call(
                deadline, () -> gateway.newCommit(statusRequest(transaction)).getStatus(Deadlines.by(deadline)));
    }

    /** Its gateway may ask no other organisation's peer: the answer has to be this one's own. */
    private byte[] evaluate(Contract contract, Deadline deadline, String function, String... arguments) {
        return call(deadline, () -> contract.newProposal(function)
                .addArguments(arguments)
                .setEndorsingOrganizations(organisation.value())
                .build()
                .evaluate(Deadlines.by(deadline)));
    }

    /** A proposal to several organisations' peers. It is made again while some of them may be a block behind others. */
    private Transaction agreed(Deadline deadline, Duration patience, GatewayCall<Transaction> proposal) {
        Deadline end = deadline.minimum(Deadlines.in(patience));
        for (long pause = FIRST_PAUSE_MILLIS; ; pause *= 2) {
            try {
                return reached(deadline, proposal);
            } catch (GatewayException e) {
                if (!Failures.ofOthersBehind(organisation, e) || !paused(pause, end)) {
                    throw Failures.ofCall(organisation, e);
                }
            }
        }
    }

    /** Whether there was time to wait so long. */
    private static boolean paused(long millis, Deadline end) {
        if (end.timeRemaining(TimeUnit.MILLISECONDS) < millis) {
            return false;
        }
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** A call that writes nothing. */
    private <T> T call(Deadline deadline, GatewayCall<T> call) {
        try {
            return reached(deadline, call);
        } catch (GatewayException e) {
            throw Failures.ofCall(organisation, e);
        }
    }

    /**
     * The call is made once more when the peer was not to be reached: it may have shared the fate of an attempt to connect that
     * began before the peer was back.
     */
    private <T> T reached(Deadline deadline, GatewayCall<T> call) throws GatewayException {
        connectAnew(deadline);
        try {
            return signed(call);
        } catch (GatewayException e) {
            if (e.getStatus().getCode() != Code.UNAVAILABLE) {
                throw e;
            }
        }
        awaitEndOf(ConnectivityState.CONNECTING, deadline);
        connectAnew(deadline);
        return signed(call);
    }

    private static <T> T signed(GatewayCall<T> call) throws GatewayException {
        try {
            return call.make();
        } catch (ProviderException e) {
            throw Failures.unsigned(e);
        }
    }

    /** After failed attempts gRPC refuses calls for up to two minutes without trying; whether a peer is back is asked each time. */
    private void connectAnew(Deadline deadline) {
        if (connection.getState(false) == ConnectivityState.TRANSIENT_FAILURE) {
            connection.enterIdle();
            awaitEndOf(ConnectivityState.TRANSIENT_FAILURE, deadline);
        }
    }

    /** Waits for gRPC, whose calls fail a moment before their connection's state says so, and which changes it in its own time. */
    private void awaitEndOf(ConnectivityState state, Deadline deadline) {
        CountDownLatch ended = new CountDownLatch(1);
        connection.notifyWhenStateChanged(state, ended::countDown);
        try {
            ended.await(
                    Math.min(deadline.timeRemaining(TimeUnit.MILLISECONDS), LONGEST_CHANGE_MILLIS),
                    TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** One request to the gateway. */
    private interface GatewayCall<T> {
        T make() throws GatewayException;
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
