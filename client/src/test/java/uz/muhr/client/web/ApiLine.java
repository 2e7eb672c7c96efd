package uz.muhr.client.web;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One operation of API.md: a line that says what is answered, and the commands below it, one of which is curl.
 *
 * @param says what stands beside the status; empty when nothing does
 */
record ApiLine(String operation, int status, String says, List<String> commands) {
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);
    private static final Pattern HEAD = Pattern.compile("# (\\w+): ([0-9]{3})(?:, (.*))?");
    private static final Pattern NAMES = Pattern.compile("(\\S+) -> ([A-Z]+)");
    private static final Pattern WRITTEN = Pattern.compile(" > (\\S+)$");

    /** All of a text, in its order; what stands before the first is not theirs. */
    static List<ApiLine> in(String text) {
        List<ApiLine> lines = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            for (String line : block.group(1).lines().toList()) {
                Matcher head = HEAD.matcher(line);
                if (head.matches()) {
                    lines.add(new ApiLine(
                            head.group(1),
                            Integer.parseInt(head.group(2)),
                            Optional.ofNullable(head.group(3)).orElse(""),
                            new ArrayList<>()));
                } else if (!lines.isEmpty()) {
                    lines.get(lines.size() - 1).commands.add(line);
                }
            }
        }
        return lines;
    }

    /** How many requests it makes. */
    long requests() {
        return commands.stream()
                .filter(command -> command.matches("(.*\\| )?curl .*"))
                .count();
    }

    /** The commands, with what the names stand for. */
    String script(Map<String, String> names) {
        return known(String.join("\n", commands), names);
    }

    /** The file into which the answer is written, where it is not shown. */
    Optional<String> file() {
        Matcher written = WRITTEN.matcher(commands.get(commands.size() - 1));
        return written.find() ? Optional.of(written.group(1)) : Optional.empty();
    }

    /** What is not as it says in an answer; and notes what it gives a name to. */
    Optional<String> fault(String answer, Optional<JsonElement> json, Map<String, String> names) {
        Matcher naming = NAMES.matcher(says);
        if (says.isEmpty()) {
            return answer.isEmpty() ? Optional.empty() : Optional.of("nothing is said of what is answered");
        }
        if (says.startsWith("says ")) {
            return answer.contains(says.substring(5)) ? Optional.empty() : Optional.of("it does not say that");
        }
        if (naming.matches()) {
            Optional<String> value = json.flatMap(all -> at(all, naming.group(1)));
            value.ifPresent(text -> names.put(naming.group(2), text));
            return value.isPresent() ? Optional.empty() : Optional.of("there is no such member");
        }
        String[] member = says.split(" ", 2);
        Optional<String> value = json.flatMap(all -> at(all, member[0]));
        return value.equals(Optional.of(known(member[1], names)))
                ? Optional.empty()
                : Optional.of("there stands " + value.orElse("nothing"));
    }

    private static String known(String text, Map<String, String> names) {
        String known = text;
        for (Map.Entry<String, String> name : names.entrySet()) {
            known = known.replaceAll("\\b" + name.getKey() + "\\b", Matcher.quoteReplacement(name.getValue()));
        }
        return known;
    }

    /** @param path names of members, and numbers of items, with dots between them */
    private static Optional<String> at(JsonElement json, String path) {
        JsonElement there = json;
        for (String step : path.split("\\.", -1)) {
            if (there.isJsonArray() && there.getAsJsonArray().size() > Integer.parseInt(step)) {
                there = there.getAsJsonArray().get(Integer.parseInt(step));
            } else if (there.isJsonObject() && there.getAsJsonObject().has(step)) {
                there = there.getAsJsonObject().get(step);
            } else {
                return Optional.empty();
            }
        }
        return there instanceof JsonPrimitive value ? Optional.of(value.getAsString()) : Optional.empty();
    }
}
