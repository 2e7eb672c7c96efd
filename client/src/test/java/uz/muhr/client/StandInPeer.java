package uz.muhr.client;

import io.grpc.CallOptions;
import io.grpc.Grpc;
import io.grpc.HandlerRegistry;
import io.grpc.ManagedChannel;
import io.grpc.MethodDescriptor;
import io.grpc.MethodDescriptor.Marshaller;
import io.grpc.MethodDescriptor.MethodType;
import io.grpc.Server;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.TlsChannelCredentials;
import io.grpc.TlsServerCredentials;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.ServerCalls;
import io.grpc.stub.StreamObserver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import uz.muhr.network.identity.TlsFolder;
import uz.muhr.network.script.ScriptNetwork;
import uz.muhr.network.topology.Organisation;

/** A gateway in front of an organisation's real peer, which passes calls on unless a test wants something else of one. */
public final class StandInPeer implements AutoCloseable {
    private static final long LARGEST = 100 << 20;

    /** What becomes of a call of one of the gateway's methods. */
    public interface Fate {
        byte[] of(byte[] request, UnaryOperator<byte[]> passedOn);
    }

    private final Map<String, Fate> fates = new ConcurrentHashMap<>();
    private final ManagedChannel peer;
    private final Server server;

    private StandInPeer(ScriptNetwork network, Organisation organisation) throws IOException {
        TlsFolder tls = network.home().peerTls(organisation);
        peer = Grpc.newChannelBuilder(
                        "127.0.0.1:" + organisation.ports().peer(),
                        TlsChannelCredentials.newBuilder()
                                .trustManager(network.home()
                                        .tlsAuthority(organisation)
                                        .certificate()
                                        .toFile())
                                .build())
                .overrideAuthority("peer." + organisation.domain())
                .maxInboundMetadataSize(1 << 20)
                .maxInboundMessageSize((int) LARGEST)
                .build();
        server = NettyServerBuilder.forAddress(
                        new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                        TlsServerCredentials.create(
                                tls.certificate().toFile(), tls.privateKey().toFile()))
                .fallbackHandlerRegistry(new Methods())
                .maxInboundMessageSize((int) LARGEST)
                .build()
                .start();
    }

    public static StandInPeer of(ScriptNetwork network, String organisation) throws IOException {
        return new StandInPeer(network, network.topology().organisation(organisation));
    }

    public String address() {
        return "127.0.0.1:" + server.getPort();
    }

    /** Decides what becomes of calls of a method, such as {@code Submit}. */
    public void decide(String method, Fate fate) {
        fates.put("gateway.Gateway/" + method, fate);
    }

    /** Passes everything on from now on. */
    public void mend() {
        fates.clear();
    }

    /** As a gateway answers that cannot reach who it needs. */
    public static Fate unavailable(String why) {
        return (request, passedOn) -> {
            throw Status.UNAVAILABLE.withDescription(why).asRuntimeException();
        };
    }

    private final class Methods extends HandlerRegistry {
        @Override
        public ServerMethodDefinition<?, ?> lookupMethod(String name, @Nullable String authority) {
            MethodDescriptor<byte[], byte[]> method = MethodDescriptor.newBuilder(BYTES, BYTES)
                    .setType(MethodType.UNARY)
                    .setFullMethodName(name)
                    .build();
            return ServerMethodDefinition.create(
                    method, ServerCalls.asyncUnaryCall((request, answer) -> answer(method, request, answer)));
        }
    }

    private void answer(MethodDescriptor<byte[], byte[]> method, byte[] request, StreamObserver<byte[]> answer) {
        UnaryOperator<byte[]> passedOn =
                content -> ClientCalls.blockingUnaryCall(peer, method, CallOptions.DEFAULT, content);
        Fate fate = fates.getOrDefault(method.getFullMethodName(), (content, on) -> on.apply(content));
        try {
            answer.onNext(fate.of(request, passedOn));
            answer.onCompleted();
        } catch (StatusRuntimeException e) {
            answer.onError(e);
        }
    }

    private static final Marshaller<byte[]> BYTES = new Marshaller<>() {
        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    @Override
    public void close() {
        try {
            server.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
            peer.shutdownNow().awaitTermination(5, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
