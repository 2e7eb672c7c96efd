package uz.muhr.client.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import uz.muhr.client.document.Fingerprinter;
import uz.muhr.protocol.commitment.Fingerprint;

/** Reads a document, and says how far it is when that takes a while. */
final class Progress implements LongConsumer {
    private static final long WORTH_SHOWING = 64L << 20;

    private final PrintWriter err;
    private final Path file;
    private final long size;
    private long shownTenths = 0;

    private Progress(PrintWriter err, Path file, long size) {
        this.err = err;
        this.file = file;
        this.size = size;
    }

    static Fingerprint read(Path file, PrintWriter err) {
        long size = sizeOf(file);
        if (size < WORTH_SHOWING) {
            return Fingerprinter.of(file, bytes -> {});
        }
        return Fingerprinter.of(file, new Progress(err, file, size));
    }

    @Override
    public void accept(long bytes) {
        long tenths = bytes * 10 / size;
        if (tenths > shownTenths) {
            shownTenths = tenths;
            err.println("muhr: reading " + file.getFileName() + ": " + tenths * 10 + " %");
        }
    }

    /** 0 when it cannot be said; reading the file then says why. */
    private static long sizeOf(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            return 0;
        }
    }
}
