package uz.muhr.client.commitment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uz.muhr.protocol.refusal.Refusal;

/**
 * A receipt on disk, beside its document as {@code FILE.muhr.json}. It is there whole or not at all: it is written to
 * another file first, forced to disk, and given its name in one step.
 *
 * @param path where the receipt is or will be
 */
public record ReceiptFile(Path path) {
    private static final String SUFFIX = ".muhr.json";
    private static final String UNFINISHED = ".unfinished";
    private static final long LONGEST = 1 << 16;

    /** The receipt that lies beside a document. */
    public static ReceiptFile beside(Path document) {
        return new ReceiptFile(document.resolveSibling(nameOf(document) + SUFFIX));
    }

    /** Whether a file is a receipt by its name, and so no document. */
    public static boolean isReceipt(Path file) {
        return nameOf(file).endsWith(SUFFIX) || nameOf(file).endsWith(UNFINISHED);
    }

    /** What to call it when speaking to a person; whoever asks from elsewhere learns nothing of this computer's folders. */
    public String name() {
        return nameOf(path);
    }

    /**
     * The receipt, if there is one.
     *
     * @throws Refusal MALFORMED_ARGUMENT when what is there is no whole receipt
     */
    public Optional<Receipt> read() {
        try {
            if (Files.size(path) > LONGEST) {
                throw Refusal.malformed(name() + " is no receipt: it is longer than " + LONGEST + " bytes.");
            }
            return Optional.of(ReceiptText.parse(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString()));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (CharacterCodingException e) {
            throw Refusal.malformed(name() + " is no receipt: it is not UTF-8 text.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes a receipt where there is none yet.
     *
     * @return false when there is one already, which is left as it is
     */
    public boolean create(Receipt receipt) {
        try {
            Path unfinished = write(receipt);
            try {
                // A link, unlike a move, never takes the place of what is there.
                Files.createLink(path, unfinished);
            } catch (UnsupportedOperationException e) {
                Files.move(unfinished, path);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            forceFolder();
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes a receipt in the place of the one that is there. */
    public void replace(Receipt receipt) {
        try {
            Files.move(write(receipt), path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolder();
            removeUnfinished();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a receipt whose document was refused for good. */
    public void delete() {
        try {
            Files.deleteIfExists(path);
            removeUnfinished();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path write(Receipt receipt) throws IOException {
        Path unfinished = path.resolveSibling(nameOf(path) + "."
                + ProcessHandle.current().pid() + "-" + Thread.currentThread().getId() + UNFINISHED);
        try (FileChannel channel = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(ReceiptText.write(receipt));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        return unfinished;
    }

    /** What a submission that was killed left behind; what a running one is writing stays. */
    private void removeUnfinished() throws IOException {
        Pattern leftover =
                Pattern.compile(Pattern.quote(nameOf(path)) + "\\.([0-9]+)-[0-9]+" + Pattern.quote(UNFINISHED));
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder())) {
            for (Path file : files) {
                Matcher name = leftover.matcher(nameOf(file));
                if (name.matches()
                        && ProcessHandle.of(Long.parseLong(name.group(1))).isEmpty()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private void forceFolder() throws IOException {
        try (FileChannel channel = FileChannel.open(folder(), StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private Path folder() {
        Path parent = path.toAbsolutePath().getParent();
        return parent == null ? path : parent;
    }

    private static String nameOf(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }
}
