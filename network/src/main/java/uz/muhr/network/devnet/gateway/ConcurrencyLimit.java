package uz.muhr.network.devnet.gateway;

import io.grpc.ForwardingServerCallListener;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** Refuses calls beyond a number at once, as the peer's gateway does; clients that wait for an outcome count too. */
public final class ConcurrencyLimit implements ServerInterceptor {
    private final int limit;
    private final Semaphore free;

    public ConcurrencyLimit(int limit) {
        this.limit = limit;
        this.free = new Semaphore(limit);
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        if (!free.tryAcquire()) {
            call.close(
                    Status.UNKNOWN.withDescription("too many requests for /"
                            + call.getMethodDescriptor().getServiceName() + ", exceeding concurrency limit (" + limit
                            + ")"),
                    new Metadata());
            return new ServerCall.Listener<>() {};
        }
        AtomicBoolean held = new AtomicBoolean(true);
        return new ForwardingServerCallListener.SimpleForwardingServerCallListener<>(next.startCall(call, headers)) {
            private void release() {
                if (held.compareAndSet(true, false)) {
                    free.release();
                }
            }

            @Override
            public void onCancel() {
                release();
                super.onCancel();
            }

            @Override
            public void onComplete() {
                release();
                super.onComplete();
            }
        };
    }
}
