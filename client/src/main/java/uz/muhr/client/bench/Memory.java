package uz.muhr.client.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The memory that processes have in use (their resident sets), in bytes by kind: orderers, peers, chaincode servers, devnet, and this one.
 * What two share is counted with both.
 */
record Memory(SortedMap<String, Long> byKind) {
    private static final String ENDING = ".pid";

    /**
     * Of the processes that {@code scripts/network} started and that run.
     *
     * @param processes the folder of its process ids
     */
    static Memory now(Path processes) throws IOException, InterruptedException {
        SortedMap<String, Long> byKind = new TreeMap<>();
        add(byKind, "bench", ProcessHandle.current().pid());
        for (Path file : files(processes)) {
            String part = String.valueOf(file.getFileName());
            Optional<Long> id = Files.readAllLines(file).stream().findFirst().map(Long::valueOf);
            if (id.isPresent()) {
                add(byKind, part.substring(0, part.length() - ENDING.length()).replaceFirst("-.*", ""), id.get());
            }
        }
        return new Memory(byKind);
    }

    long total() {
        return byKind.values().stream().mapToLong(Long::longValue).sum();
    }

    private static List<Path> files(Path processes) throws IOException {
        if (!Files.isDirectory(processes)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(processes)) {
            return all.filter(file -> file.toString().endsWith(ENDING)).toList();
        }
    }

    private static void add(Map<String, Long> byKind, String kind, long id) throws IOException, InterruptedException {
        OptionalLong bytes = residentSet(id);
        if (bytes.isPresent()) {
            byKind.merge(kind, bytes.getAsLong(), Long::sum);
        }
    }

    /** As {@code ps} of any system says it; empty when there is no such process. */
    private static OptionalLong residentSet(long id) throws IOException, InterruptedException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(id)).start();
        String said = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        ps.waitFor();
        return said.matches("[0-9]+") ? OptionalLong.of(1024 * Long.parseLong(said)) : OptionalLong.empty();
    }
}
