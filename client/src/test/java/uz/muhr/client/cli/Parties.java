package uz.muhr.client.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import uz.muhr.client.voyage.Registries;

/** The parties of a consignment at their terminals. */
record Parties(Path profiles) {
    /** Where a consignment's receipt lies. */
    static Path file(String name) {
        return Path.of(name + ".muhr-consignment.json");
    }

    Terminal carrier(String... arguments) {
        return muhr(join(arguments, "--as", "carrier"));
    }

    Terminal officer(String... arguments) {
        return muhr(join(arguments, "--as", "customs/officer"));
    }

    /** The carrier puts a seal on. */
    Terminal affix(String name, String number, String... more) {
        return carrier(
                join(new String[] {"seal", "affix", name, number, "--maker", "Tamga", "--place", "UZTAS"}, more));
    }

    Terminal muhr(String... arguments) {
        String[] all = arguments[1].equals("merge") ? arguments : join(arguments, "--profiles", profiles.toString());
        // The organisations of one network have one registry key each, whichever test affixes first.
        return Terminal.muhr(
                Set.of("affix", "replace", "register").contains(arguments[1])
                        ? join(all, "--data", Registries.of(profiles).toString())
                        : all);
    }

    static void says(String word, Terminal terminal) {
        says(word, Exit.VALID, terminal);
    }

    static void says(String word, int exit, Terminal terminal) {
        assertEquals(exit, terminal.exit(), () -> terminal.out() + terminal.err());
        assertTrue(terminal.out().startsWith(word), () -> terminal.out() + terminal.err());
    }

    static void refused(String code, Terminal terminal) {
        assertEquals(Exit.NOT_VALID, terminal.exit(), () -> terminal.out() + terminal.err());
        assertTrue(terminal.err().startsWith("muhr: " + code + ": "), () -> terminal.out() + terminal.err());
        assertEquals(1, terminal.sentences());
    }

    private static String[] join(String[] some, String... more) {
        List<String> all = new ArrayList<>(List.of(some));
        all.addAll(List.of(more));
        return all.toArray(new String[0]);
    }
}
