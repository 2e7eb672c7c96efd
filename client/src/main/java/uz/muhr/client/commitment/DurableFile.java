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
 * A text that may not be lost. It is there whole or not at all: it is written to another file first, forced to disk, and
 * given its name in one step.
 *
 * @param path where it is or will be
 */
public record DurableFile(Path path) {
    private static final String UNFINISHED = ".unfinished";

    /** Whether a file is one that somebody was about to write. */
    static boolean isUnfinished(Path file) {
        return nameOf(file).endsWith(UNFINISHED);
    }

    /** What to call it when speaking to a person; whoever asks from elsewhere learns nothing of this computer's folders. */
    public String name() {
        return nameOf(path);
    }

    /**
     * What is there; empty when nothing is.
     *
     * @param what names it in the refusal, such as "receipt"
     * @param longest the most bytes it may have
     * @throws Refusal MALFORMED_ARGUMENT when it is longer, or not UTF-8
     */
    public Optional<String> read(String what, long longest) {
        try {
            if (Files.size(path) > longest) {
                throw Refusal.malformed(name() + " is no " + what + ": it is longer than " + longest + " bytes.");
            }
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(path)))
                    .toString());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (CharacterCodingException e) {
            throw Refusal.malformed(name() + " is no " + what + ": it is not UTF-8 text.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Writes where nothing is yet.
     *
     * @return false when something is there, which is left as it is
     */
    public boolean create(String text) {
        try {
            Path unfinished = write(text);
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

    /** Writes in the place of what is there. */
    public void replace(String text) {
        try {
            Files.move(write(text), path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            forceFolder();
            removeUnfinished();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes it for good. */
    public void delete() {
        try {
            Files.deleteIfExists(path);
            removeUnfinished();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path write(String text) throws IOException {
        Path unfinished = path.resolveSibling(name() + "."
                + ProcessHandle.current().pid() + "-" + Thread.currentThread().getId() + UNFINISHED);
        try (FileChannel channel = FileChannel.open(
                unfinished,
                StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING,
                StandardOpenOption.WRITE)) {
            ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        return unfinished;
    }

    /** What a process that was killed left behind; what a running one is writing stays. */
    private void removeUnfinished() throws IOException {
        Pattern leftover = Pattern.compile(Pattern.quote(name()) + "\\.([0-9]+)-[0-9]+" + Pattern.quote(UNFINISHED));
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

    static String nameOf(Path file) {
        Path name = file.getFileName();
        return name == null ? "" : name.toString();
    }
}
