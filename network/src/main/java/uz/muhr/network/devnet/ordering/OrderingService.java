package uz.muhr.network.devnet.ordering;

import com.google.protobuf.ByteString;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Status;
import org.jspecify.annotations.Nullable;
import uz.muhr.network.devnet.msp.Identity;
import uz.muhr.network.devnet.msp.InvalidIdentityException;
import uz.muhr.network.devnet.msp.Members;
import uz.muhr.network.devnet.transaction.InvalidTransactionException;
import uz.muhr.network.devnet.transaction.SignedEnvelope;

/**
 * Takes envelopes from writers of the channel and hands them on in batches. A lone envelope is a batch at once; while a
 * block is being made, what arrives gathers for the next one, so that no timer is needed.
 */
public final class OrderingService implements AutoCloseable {
    private static final int REMEMBERED = 1_000;
    private static final int CAPACITY = 100_000;

    private final String channel;
    private final Members members;
    private final Clock clock;
    private final BlockMaker maker;
    private final BlockingQueue<Submitted> queue = new LinkedBlockingQueue<>();
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final Map<String, Boolean> processed = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > REMEMBERED;
        }
    });
    private final Thread thread;
    private volatile boolean closed;
    private volatile boolean stopped;

    private record Submitted(String transactionId, ByteString envelope) {
        /** Wakes the thread to its end. An interrupt would close the ledger's file under it. */
        private static final Submitted STOP = new Submitted("", ByteString.EMPTY);
    }

    public OrderingService(String channel, Members members, Clock clock, BlockMaker maker) {
        this.channel = channel;
        this.members = members;
        this.clock = clock;
        this.maker = maker;
        this.thread = new Thread(this::makeBlocks, "devnet-orderer");
        this.thread.setDaemon(true);
        this.thread.start();
    }

    /** Empty when the envelope will be ordered; that says nothing of its validity. */
    public Optional<Refusal> submit(Envelope envelope) {
        SignedEnvelope read;
        try {
            read = SignedEnvelope.read(envelope);
        } catch (InvalidTransactionException e) {
            return Optional.of(new Refusal(Status.BAD_REQUEST, String.valueOf(e.getMessage())));
        }
        if (!read.channelHeader().getChannelId().equals(channel)) {
            return Optional.of(new Refusal(Status.BAD_REQUEST, "channel does not exist"));
        }
        int size = envelope.getPayload().size() + envelope.getSignature().size();
        if (size > BatchLimits.MAX_BYTES) {
            return Optional.of(new Refusal(
                    Status.BAD_REQUEST,
                    "message payload is " + size + " bytes and exceeds maximum allowed " + BatchLimits.MAX_BYTES
                            + " bytes"));
        }
        return writerFault(read).or(() -> enqueue(read));
    }

    private Optional<Refusal> writerFault(SignedEnvelope read) {
        try {
            Identity creator = members.identity(read.signatureHeader().getCreator());
            if (creator.expiredAt(clock.instant())) {
                return Optional.of(new Refusal(Status.BAD_REQUEST, "broadcast client identity expired"));
            }
            if (creator.signed(read.envelope().getSignature(), read.envelope().getPayload())) {
                return Optional.empty();
            }
        } catch (InvalidIdentityException e) {
            return Optional.of(forbidden());
        }
        return Optional.of(forbidden());
    }

    private static Refusal forbidden() {
        return new Refusal(
                Status.FORBIDDEN,
                "implicit policy evaluation failed - 0 sub-policies were satisfied, but this policy requires 1 of the"
                        + " 'Writers' sub-policies to be satisfied: permission denied");
    }

    private Optional<Refusal> enqueue(SignedEnvelope read) {
        String id = read.channelHeader().getTxId();
        if (closed || stopped) {
            return Optional.of(new Refusal(Status.SERVICE_UNAVAILABLE, "the devnet's orderer has stopped"));
        }
        if (processed.containsKey(id)) {
            return Optional.of(
                    new Refusal(Status.SERVICE_UNAVAILABLE, "failed to submit request: request already processed"));
        }
        // An envelope that is still waiting is taken once; sending it again is no error.
        if (waiting.size() >= CAPACITY) {
            return Optional.of(new Refusal(Status.SERVICE_UNAVAILABLE, "failed to submit request: the queue is full"));
        }
        if (waiting.add(id)) {
            queue.add(new Submitted(id, read.envelope().toByteString()));
        }
        return Optional.empty();
    }

    private void makeBlocks() {
        @Nullable Submitted left = null;
        try {
            while (!closed) {
                Submitted first = left == null ? queue.take() : left;
                List<Submitted> batch = new ArrayList<>(List.of(first));
                left = fill(batch);
                batch.remove(Submitted.STOP);
                if (!batch.isEmpty()) {
                    batch.forEach(each -> processed.put(each.transactionId(), true));
                    batch.forEach(each -> waiting.remove(each.transactionId()));
                    maker.make(batch.stream().map(Submitted::envelope).toList());
                }
            }
        } catch (InterruptedException e) {
            stopped = true;
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            // The boundary of the orderer's thread: nothing can be ordered after a block could not be kept.
            stopped = true;
            System.err.println("The devnet's orderer has stopped, nothing more is ordered: " + e);
        }
    }

    /** Adds what is waiting; answers the one that would make the batch too large. */
    private @Nullable Submitted fill(List<Submitted> batch) {
        int bytes = batch.get(0).envelope().size();
        while (batch.size() < BatchLimits.MAX_COUNT) {
            @Nullable Submitted more = queue.poll();
            if (more == null) {
                return null;
            }
            bytes += more.envelope().size();
            if (bytes > BatchLimits.PREFERRED_BYTES) {
                return more;
            }
            batch.add(more);
        }
        return null;
    }

    /** Finishes the block at hand and takes no more. */
    @Override
    public void close() {
        closed = true;
        queue.add(Submitted.STOP);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
