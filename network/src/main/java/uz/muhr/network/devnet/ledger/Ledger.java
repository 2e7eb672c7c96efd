package uz.muhr.network.devnet.ledger;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.RootReference;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadataIndex;
import org.hyperledger.fabric.protos.common.Metadata;
import org.jspecify.annotations.Nullable;

/**
 * Blocks, the index of transactions and the world state in one H2 MVStore file. A block and its writes are
 * one commit of the store, forced to the disk before {@link #commit} returns: after a kill either all of a block is
 * there or none of it.
 */
public final class Ledger implements AutoCloseable {
    private static final int COMPACT_EVERY = 500;
    private static final int COMPACT_BYTES = 16 << 20;

    private final MVStore store;
    private final MVMap<Long, byte[]> blocks;
    private final MVMap<String, byte[]> transactions;
    private final MVMap<byte[], byte[]> state;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile Tip tip;

    /** What readers see: the last committed block and the state it left. */
    private record Tip(long height, ByteString headerHash, ByteString commitHash, RootReference<byte[], byte[]> root) {}

    private Ledger(MVStore store) {
        this.store = store;
        this.blocks = store.openMap("blocks", map(LongDataType.INSTANCE));
        this.transactions = store.openMap("transactions", map(StringDataType.INSTANCE));
        this.state = store.openMap("state", map(ByteArrayDataType.INSTANCE));
        this.tip = lastTip();
    }

    private static <K> MVMap.Builder<K, byte[]> map(org.h2.mvstore.type.DataType<K> keys) {
        return new MVMap.Builder<K, byte[]>().keyType(keys).valueType(ByteArrayDataType.INSTANCE);
    }

    /** Opens or creates the ledger in a folder; another process that holds it is an error. */
    public static Ledger open(Path folder) {
        Path file = folder.resolve("ledger.mv");
        try {
            Files.createDirectories(folder);
            return new Ledger(new MVStore.Builder()
                    .fileName(file.toString())
                    .autoCommitDisabled()
                    .open());
        } catch (IOException e) {
            throw new UncheckedIOException("The folder " + folder + " for the ledger cannot be created.", e);
        } catch (MVStoreException e) {
            throw new IllegalStateException(
                    "The ledger " + file + " cannot be opened: another devnet may be running on it.", e);
        }
    }

    private Tip lastTip() {
        long height = blocks.sizeAsLong();
        if (height == 0) {
            return new Tip(0, ByteString.EMPTY, ByteString.EMPTY, state.flushAndGetRoot());
        }
        Block last = parse(height - 1, blocks.get(height - 1));
        return new Tip(height, BlockHashes.header(last.getHeader()), commitHash(last), state.flushAndGetRoot());
    }

    private static ByteString commitHash(Block block) {
        try {
            return Metadata.parseFrom(block.getMetadata().getMetadata(BlockMetadataIndex.COMMIT_HASH_VALUE))
                    .getValue();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("The ledger's last block cannot be read: the file is damaged.", e);
        }
    }

    /** The number of blocks. */
    public long height() {
        return tip.height();
    }

    /** The hash of the last block's header; empty when there is no block. */
    public ByteString headerHash() {
        return tip.headerHash();
    }

    /** The last commit hash; empty before block 1. */
    public ByteString commitHash() {
        return tip.commitHash();
    }

    /** A committed block by its number. */
    public Optional<Block> block(long number) {
        return number < 0 || number >= height() ? Optional.empty() : Optional.of(parse(number, blocks.get(number)));
    }

    private static Block parse(long number, byte @Nullable [] bytes) {
        if (bytes == null) {
            throw new IllegalStateException("Block " + number + " is missing from the ledger: the file is damaged.");
        }
        try {
            return Block.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException("Block " + number + " of the ledger cannot be read: it is damaged.", e);
        }
    }

    /** Where a committed transaction stands. */
    public Optional<TransactionPlace> transaction(String transactionId) {
        byte @Nullable [] found = transactions.get(transactionId);
        return Optional.ofNullable(found).map(TransactionPlace::decode).filter(place -> place.block() < height());
    }

    /** The state as the last block left it. */
    public Snapshot snapshot() {
        // The version in use is registered before the root is read, so that no page of that root is given up in
        // between.
        MVStore.TxCounter usage = store.registerVersionUsage();
        return new Snapshot(store, usage, state, tip.root());
    }

    /** Appends a block; returns when it is on the disk and readers see it. One thread only. */
    public void commit(ValidatedBlock validated) {
        Block block = validated.block();
        long number = block.getHeader().getNumber();
        if (number != height()) {
            throw new IllegalArgumentException("Expected block " + height() + ", found block " + number + ".");
        }
        blocks.append(number, block.toByteArray());
        for (int i = 0; i < validated.outcomes().size(); i++) {
            Outcome outcome = validated.outcomes().get(i);
            if (!outcome.transactionId().isEmpty()) {
                transactions.putIfAbsent(
                        outcome.transactionId(), new TransactionPlace(number, i, outcome.code()).encoded());
            }
        }
        for (Map.Entry<StateKey, StateEntry> update :
                validated.writes().updates().entrySet()) {
            if (update.getValue().value().isEmpty()) {
                state.remove(update.getKey().encoded());
            } else {
                state.put(update.getKey().encoded(), update.getValue().encoded());
            }
        }
        store.commit();
        store.sync();
        tip = new Tip(number + 1, BlockHashes.header(block.getHeader()), commitHash(block), state.flushAndGetRoot());
        listeners.forEach(Runnable::run);
        if (number % COMPACT_EVERY == COMPACT_EVERY - 1) {
            store.compact(50, COMPACT_BYTES);
        }
    }

    /** Calls back, on the committing thread, after every block. The listener must not block. */
    public void listen(Runnable listener) {
        listeners.add(listener);
    }

    /** Stops calling a listener back. */
    public void ignore(Runnable listener) {
        listeners.remove(listener);
    }

    @Override
    public void close() {
        store.close();
    }
}
