package uz.muhr.network.devnet;

import io.grpc.Server;
import io.grpc.ServerInterceptors;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import uz.muhr.network.devnet.deliver.DeliverService;
import uz.muhr.network.devnet.gateway.ConcurrencyLimit;
import uz.muhr.network.devnet.gateway.GatewayService;
import uz.muhr.network.devnet.msp.NodeKeys;

/** One organisation's peer port: TLS with the peer's own certificate, clients need none. */
final class PeerServer implements AutoCloseable {
    private static final int MAX_MESSAGE = 100 << 20;
    private static final int GATEWAY_LIMIT = 500;
    private static final int CLOSE_SECONDS = 5;

    private final Server server;

    private PeerServer(Server server) {
        this.server = server;
    }

    static PeerServer start(NodeKeys keys, GatewayService gateway, DeliverService deliver, ExecutorService executor) {
        int port = keys.organisation().ports().peer();
        // The address is not a setting: every organisation's keys are in this process, so only this machine may call.
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
        try {
            return new PeerServer(NettyServerBuilder.forAddress(address)
                    .useTransportSecurity(
                            keys.peerTls().certificate().toFile(),
                            keys.peerTls().privateKey().toFile())
                    .addService(ServerInterceptors.intercept(gateway, new ConcurrencyLimit(GATEWAY_LIMIT)))
                    .addService(deliver)
                    .executor(executor)
                    .maxInboundMessageSize(MAX_MESSAGE)
                    .permitKeepAliveTime(1, TimeUnit.MINUTES)
                    .permitKeepAliveWithoutCalls(true)
                    .build()
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "The port " + port + " of " + keys.organisation().name()
                            + " cannot be listened on: another network may be running.",
                    e);
        }
    }

    @Override
    public void close() {
        server.shutdownNow();
        try {
            server.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
