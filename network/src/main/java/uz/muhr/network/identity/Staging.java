package uz.muhr.network.identity;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * A folder beside a target, on the same file system, in which something is put together before it appears. Its name
 * carries the maker's process id: what a killed maker left behind, keys among it, is removed by the next one.
 */
record Staging(Path folder) implements AutoCloseable {
    private static final String INFIX = ".preparing-";

    static Staging beside(Path target) throws IOException {
        Path parent = target.getParent();
        if (parent == null) {
            throw new IdentityException("The root of a file system cannot be a network's home; name a folder.");
        }
        Files.createDirectories(parent);
        OwnerOnly.requireSupport(parent);
        String prefix = "." + target.getFileName() + INFIX;
        removeAbandoned(parent, prefix);
        Path folder = parent.resolve(prefix + ProcessHandle.current().pid() + "-" + UUID.randomUUID());
        OwnerOnly.folder(folder);
        return new Staging(folder);
    }

    private static void removeAbandoned(Path parent, String prefix) throws IOException {
        try (DirectoryStream<Path> siblings = Files.newDirectoryStream(
                parent, path -> String.valueOf(path.getFileName()).startsWith(prefix))) {
            for (Path sibling : siblings) {
                String pid = String.valueOf(sibling.getFileName()).substring(prefix.length());
                if (!isAlive(pid.substring(0, Math.max(0, pid.indexOf('-'))))) {
                    delete(sibling);
                }
            }
        }
    }

    private static boolean isAlive(String pid) {
        return pid.matches("[0-9]{1,18}")
                && ProcessHandle.of(Long.parseLong(pid))
                        .map(ProcessHandle::isAlive)
                        .orElse(false);
    }

    /** Deletes a folder and all below it, following no links; does nothing when it is absent. */
    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> tree = Files.walk(folder)) {
            deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
        } catch (UncheckedIOException e) {
            throw new IOException(e.getCause());
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }

    @Override
    public void close() throws IOException {
        delete(folder);
    }
}
