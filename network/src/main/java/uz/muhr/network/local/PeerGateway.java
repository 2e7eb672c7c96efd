package uz.muhr.network.local;

import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.security.InvalidKeyException;
import java.security.cert.CertificateException;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.identity.Identities;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;
import uz.muhr.network.identity.MspFolder;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Topology;

/** One organisation's peer, reached over TLS through the Gateway SDK as one of the organisation's users. */
public final class PeerGateway implements AutoCloseable {
    /** Long enough for the first call into a JVM that has just started on a busy machine. */
    private static final int EVALUATE_SECONDS = 5;

    private static final int ENDORSE_SECONDS = 20;
    private static final int SUBMIT_SECONDS = 10;
    private static final int COMMIT_SECONDS = 20;
    private static final int CLOSE_SECONDS = 2;
    /** Error details name creators in hex and pass grpc-java's default of 8 KiB. */
    private static final int METADATA_BYTES = 1 << 20;

    private final ManagedChannel channel;
    private final Gateway gateway;
    private final Topology topology;

    private PeerGateway(ManagedChannel channel, Gateway gateway, Topology topology) {
        this.channel = channel;
        this.gateway = gateway;
        this.topology = topology;
    }

    /**
     * Opens no connection yet; the first call does.
     *
     * @throws NetworkException when the user's certificate or key cannot be read
     */
    public static PeerGateway open(Topology topology, NetworkHome home, Organisation organisation, String user) {
        MspFolder msp = home.user(organisation, user);
        try (Reader certificate = Files.newBufferedReader(msp.certificate());
                Reader key = Files.newBufferedReader(msp.privateKey())) {
            X509Identity identity = new X509Identity(organisation.mspId(), Identities.readX509Certificate(certificate));
            ManagedChannel channel = channel(home, organisation);
            Gateway gateway = Gateway.newInstance()
                    .identity(identity)
                    .signer(Signers.newPrivateKeySigner(Identities.readPrivateKey(key)))
                    .connection(channel)
                    .evaluateOptions(options -> options.withDeadlineAfter(EVALUATE_SECONDS, TimeUnit.SECONDS))
                    .endorseOptions(options -> options.withDeadlineAfter(ENDORSE_SECONDS, TimeUnit.SECONDS))
                    .submitOptions(options -> options.withDeadlineAfter(SUBMIT_SECONDS, TimeUnit.SECONDS))
                    .commitStatusOptions(options -> options.withDeadlineAfter(COMMIT_SECONDS, TimeUnit.SECONDS))
                    .connect();
            return new PeerGateway(channel, gateway, topology);
        } catch (IOException | CertificateException | InvalidKeyException e) {
            throw new NetworkException(
                    "The identity in " + msp.root() + " cannot be read (" + e.getMessage()
                            + "); start a new network with --fresh.",
                    e);
        }
    }

    private static ManagedChannel channel(NetworkHome home, Organisation organisation) throws IOException {
        return Grpc.newChannelBuilder(
                        address(organisation),
                        TlsChannelCredentials.newBuilder()
                                .trustManager(home.tlsAuthority(organisation)
                                        .certificate()
                                        .toFile())
                                .build())
                .overrideAuthority("peer." + organisation.domain())
                .maxInboundMetadataSize(METADATA_BYTES)
                .build();
    }

    /** Where the organisation's peer listens. */
    static String address(Organisation organisation) {
        return "127.0.0.1:" + organisation.ports().peer();
    }

    /** One of Fabric's own contracts, such as {@code qscc}. */
    public Contract system(String name) {
        return gateway.getNetwork(topology.channel()).getContract(name);
    }

    /** The network's chaincode; its contract {@code name}. */
    public Contract contract(String name) {
        return gateway.getNetwork(topology.channel()).getContract(topology.chaincode(), name);
    }

    /** Makes the next call dial at once instead of waiting out gRPC's back-off, which grows to seconds. */
    public void dialAgain() {
        channel.resetConnectBackoff();
    }

    @Override
    public void close() {
        gateway.close();
        channel.shutdownNow();
        try {
            channel.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
