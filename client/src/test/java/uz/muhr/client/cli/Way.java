package uz.muhr.client.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import uz.muhr.client.access.TestKey;

/** How a command's writes get to the ledger, which makes no difference to whoever gives it. */
enum Way {
    STRAIGHT,
    THROUGH_A_RUNNING_CLIENT;

    private static final Set<String> WRITING = Set.of(
            "submit",
            "suspend",
            "reinstate",
            "renew",
            "revoke",
            "replace",
            "reissue",
            "write-off",
            "reverse-write-off",
            "hold",
            "release");

    /**
     * The command's words, with whoever acts named as this way has it.
     *
     * @param address where the running client of whoever acts is
     */
    List<String> words(UnaryOperator<String> address, String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        int as = line.indexOf("--as");
        if (this == THROUGH_A_RUNNING_CLIENT && WRITING.contains(words[0])) {
            line.set(as, "--server");
            line.set(as + 1, address.apply(line.get(as + 1)));
            line.addAll(List.of("--key-file", TestKey.file()));
        }
        return line;
    }
}
