package uz.muhr.client.fabric;

import io.grpc.ManagedChannel;
import io.grpc.TlsChannelCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import java.io.IOException;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.Hash;
import org.hyperledger.fabric.client.identity.X509Identity;
import uz.muhr.client.fabric.key.UserKey;
import uz.muhr.protocol.identifier.MspId;

/** The TLS connection to a peer, and the gateway that signs with a user's key. */
final class Connection {
    /** Error details carry certificates in hexadecimal; grpc-java's 8 KiB would end the call with INTERNAL instead. */
    private static final int MOST_METADATA = 1 << 20;

    private static final int LARGEST_MESSAGE = 100 << 20;

    private Connection() {}

    static ManagedChannel open(Profile.GatewayAddress gateway) {
        try {
            return NettyChannelBuilder.forTarget(
                            gateway.address(),
                            TlsChannelCredentials.newBuilder()
                                    .trustManager(gateway.tlsCaCertificate().toFile())
                                    .build())
                    .overrideAuthority(gateway.serverName())
                    .maxInboundMetadataSize(MOST_METADATA)
                    .maxInboundMessageSize(LARGEST_MESSAGE)
                    .build();
        } catch (IOException | IllegalArgumentException e) {
            throw new LedgerConfigurationException(
                    "The TLS certificate " + gateway.tlsCaCertificate() + " could not be read.", e);
        }
    }

    static Gateway gateway(MspId organisation, UserKey key, ManagedChannel connection) {
        return Gateway.newInstance()
                .identity(new X509Identity(organisation.value(), key.certificate()))
                .signer(key.signer())
                .hash(Hash.SHA256)
                .connection(connection)
                .connect();
    }
}
