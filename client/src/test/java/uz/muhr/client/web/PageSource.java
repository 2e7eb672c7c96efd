package uz.muhr.client.web;

import com.google.gson.stream.JsonReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uz.muhr.client.TestNetwork;

/** A page as it lies among the static files: its HTML, all scripts it runs, and the words they name. */
record PageSource(String name, String html, List<String> scripts) {
    static final List<String> LANGUAGES = List.of("en", "ru", "uz");

    private static final Path STATIC = TestNetwork.root().resolve("client/src/main/resources/static");
    private static final Pattern IMPORT = Pattern.compile("(?:from |import |import\\(|Worker\\()\"([./][^\"]+\\.js)\"");
    private static final Pattern DATA_WORD = Pattern.compile("data-word(?:-[a-z-]+)?=\"([^\"]+)\"");
    private static final Pattern WORD = Pattern.compile("\\b(?:word|phrase)\\(\\s*\"([^\"]+)\"");
    private static final Pattern QUOTED = Pattern.compile("\"([A-Za-z0-9._-]+)\"");
    private static final Pattern BEGINNING = Pattern.compile("`([a-z.-]+\\.)\\$\\{");
    private static final Pattern ALSO = Pattern.compile("\\balso: \\[([^]]*)]");

    static List<PageSource> all() {
        return files(STATIC, ".html").map(PageSource::read).toList();
    }

    private static PageSource read(Path html) {
        String name = plainName(html, ".html");
        Deque<Path> toRead = new ArrayDeque<>(List.of(STATIC.resolve(name + ".js")));
        Set<Path> seen = new HashSet<>(toRead);
        List<String> scripts = new ArrayList<>();
        while (!toRead.isEmpty()) {
            Path script = toRead.remove();
            String text = text(script);
            scripts.add(text);
            found(IMPORT, text)
                    .map(address -> address.startsWith("/")
                            ? STATIC.resolve(address.substring(1))
                            : script.resolveSibling(address).normalize())
                    .filter(imported -> imported.startsWith(STATIC) && Files.exists(imported) && seen.add(imported))
                    .forEach(toRead::add);
        }
        return new PageSource(name, text(html), List.copyOf(scripts));
    }

    @Override
    public String toString() {
        return name;
    }

    /** The names of the files of words that the page loads. */
    List<String> vocabulary() {
        Stream<String> also = found(ALSO, scripts.get(0)).flatMap(list -> found(QUOTED, list));
        return Stream.of(Stream.of("shared"), also, Stream.of(name))
                .flatMap(names -> names)
                .toList();
    }

    /** The keys that the page asks for by their whole name. */
    Set<String> named() {
        return Stream.concat(found(DATA_WORD, html), scripts.stream().flatMap(script -> found(WORD, script)))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Whether the page may ask for a key, by its whole name or by its beginning. */
    boolean mayUse(String key) {
        return found(DATA_WORD, html).anyMatch(key::equals)
                || scripts.stream()
                        .anyMatch(script -> found(QUOTED, script).anyMatch(key::equals)
                                || found(BEGINNING, script).anyMatch(key::startsWith));
    }

    /** The names of all files of words. */
    static List<String> vocabularies() {
        return files(STATIC.resolve("words"), ".en.json")
                .map(file -> plainName(file, ".en.json"))
                .toList();
    }

    /** The words of a file; one that names a key twice is refused. */
    static Map<String, String> words(String vocabulary, String language) {
        Path file = STATIC.resolve("words").resolve(vocabulary + "." + language + ".json");
        Map<String, String> words = new LinkedHashMap<>();
        try (JsonReader json = new JsonReader(Files.newBufferedReader(file))) {
            json.beginObject();
            while (json.hasNext()) {
                String key = json.nextName();
                if (words.put(key, json.nextString()) != null) {
                    throw new AssertionError(file + " names " + key + " twice.");
                }
            }
            json.endObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return words;
    }

    private static Stream<String> found(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
    }

    private static Stream<Path> files(Path folder, String ending) {
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String plainName(Path file, String ending) {
        return String.valueOf(file.getFileName()).replace(ending, "");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
