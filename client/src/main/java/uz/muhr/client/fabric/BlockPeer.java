package uz.muhr.client.fabric;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.ManagedChannel;
import java.security.ProviderException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import uz.muhr.client.fabric.key.UserKey;

/** One peer whose blocks are read, over a connection of its own. */
public final class BlockPeer implements AutoCloseable {
    private final Profile profile;
    private final String address;
    private final ManagedChannel connection;
    private final Gateway gateway;
    private final Network channel;

    BlockPeer(Profile profile, UserKey key, Profile.GatewayAddress address) {
        this.profile = profile;
        this.address = address.address();
        this.connection = Connection.open(address);
        this.gateway = Connection.gateway(profile.mspId(), key, connection);
        this.channel = gateway.getNetwork(profile.channel());
    }

    /** Host and port, to name it. */
    public String address() {
        return address;
    }

    /**
     * How many blocks it has committed.
     *
     * @throws LedgerUnavailableException when it does not answer in time
     */
    public long height(Duration within) {
        try {
            byte[] answer = channel.getContract("qscc")
                    .newProposal("GetChainInfo")
                    .addArguments(profile.channel())
                    .build()
                    .evaluate(options -> options.withDeadlineAfter(within.toMillis(), TimeUnit.MILLISECONDS));
            return BlockchainInfo.parseFrom(answer).getHeight();
        } catch (GatewayException e) {
            throw unavailable(e);
        } catch (ProviderException e) {
            throw Failures.unsigned(e);
        } catch (InvalidProtocolBufferException e) {
            throw new LedgerUnavailableException("The answer of the peer at " + address + " could not be read.", e);
        }
    }

    /**
     * The blocks from a number on, each as soon as it is committed. Nothing is sent before the first is asked for.
     *
     * @param within after this the stream ends; so a peer that is gone without a word is noticed
     */
    public BlockStream blocks(long first, Duration within) {
        try {
            return new BlockStream(
                    channel.newBlockEventsRequest()
                            .startBlock(first)
                            .build()
                            .getEvents(options -> options.withDeadlineAfter(within.toMillis(), TimeUnit.MILLISECONDS)),
                    new BlockReading(profile.chaincode()),
                    this::unavailable);
        } catch (ProviderException e) {
            throw Failures.unsigned(e);
        }
    }

    /** That it has blocks and delivers none. */
    public LedgerUnavailableException silent() {
        return new LedgerUnavailableException(
                "The peer at " + address + " has more blocks and delivers none.",
                new IllegalStateException("no block within the stream's time"));
    }

    private LedgerUnavailableException unavailable(Exception failure) {
        return new LedgerUnavailableException("The peer at " + address + " did not answer.", failure);
    }

    @Override
    public void close() {
        gateway.close();
        connection.shutdownNow();
    }
}
