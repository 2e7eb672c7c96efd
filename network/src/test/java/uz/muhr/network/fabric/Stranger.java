package uz.muhr.network.fabric;

import io.grpc.Grpc;
import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import java.io.Reader;
import java.nio.file.Files;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.identity.Identities;
import org.hyperledger.fabric.client.identity.Signers;
import org.hyperledger.fabric.client.identity.X509Identity;
import uz.muhr.network.identity.MspFolder;
import uz.muhr.network.script.ScriptNetwork;
import uz.muhr.network.topology.Organisation;

/** A user of one organisation at the peer of another. */
record Stranger(Gateway gateway, ManagedChannel channel) implements AutoCloseable {
    private static final int SECONDS = 20;

    static Stranger at(ScriptNetwork network, Organisation peer, String organisation, String user) throws Exception {
        MspFolder msp = network.home().user(network.topology().organisation(organisation), user);
        ManagedChannel channel = Grpc.newChannelBuilder(
                        "127.0.0.1:" + peer.ports().peer(),
                        TlsChannelCredentials.newBuilder()
                                .trustManager(network.home()
                                        .tlsAuthority(peer)
                                        .certificate()
                                        .toFile())
                                .build())
                .overrideAuthority("peer." + peer.domain())
                .build();
        try (Reader certificate = Files.newBufferedReader(msp.certificate());
                Reader key = Files.newBufferedReader(msp.privateKey())) {
            Gateway gateway = Gateway.newInstance()
                    .identity(new X509Identity(
                            network.topology().organisation(organisation).mspId(),
                            Identities.readX509Certificate(certificate)))
                    .signer(Signers.newPrivateKeySigner(Identities.readPrivateKey(key)))
                    .connection(channel)
                    .evaluateOptions(options -> options.withDeadlineAfter(SECONDS, TimeUnit.SECONDS))
                    .endorseOptions(options -> options.withDeadlineAfter(SECONDS, TimeUnit.SECONDS))
                    .connect();
            return new Stranger(gateway, channel);
        }
    }

    Contract contract(String name) {
        return gateway.getNetwork("documents").getContract("muhr", name);
    }

    @Override
    public void close() {
        gateway.close();
        channel.shutdownNow();
    }
}
