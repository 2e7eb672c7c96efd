package uz.muhr.client.witness;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Supplier;
import uz.muhr.client.commitment.DurableFile;
import uz.muhr.proof.checkpoint.Checkpoint;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.refusal.Refusal;

/**
 * The highest checkpoint that this client signed for its organisation, on disk. It is there before the signature is handed
 * out; losing it means that the organisation may sign for two chains.
 */
public final class CosignedFile {
    private static final long LONGEST = 1024;

    private final DurableFile file;
    private final Path lock;

    private CosignedFile(DurableFile file) {
        this.file = file;
        this.lock = file.path().resolveSibling(file.name() + ".lock");
    }

    /**
     * Where it is kept.
     *
     * @param data the client's folder of data, which is made if it is not there
     */
    public static CosignedFile in(Path data, MspId organisation, String channel) {
        Path folder = data.resolve("checkpoints");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new CosignedFile(new DurableFile(folder.resolve(organisation + "." + channel + ".checkpoint")));
    }

    String name() {
        return file.name();
    }

    /**
     * Does something while no other process does: what is read stays the highest until what is signed is kept. Another process
     * waits, as long as the work takes.
     */
    <T> T alone(Supplier<T> work) {
        try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            // Given back when the channel is closed, or the process ends.
            FileLock unused = channel.lock();
            return work.get();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws Refusal MALFORMED_ARGUMENT when the file is damaged: nothing is signed then */
    Optional<Checkpoint> read() {
        return file.read("checkpoint", LONGEST).map(Checkpoint::parse);
    }

    /** Keeps it, unless a higher one is kept. */
    void keep(Checkpoint signed) {
        if (read().map(before -> before.height() < signed.height()).orElse(true)) {
            file.replace(signed.text());
        }
    }
}
