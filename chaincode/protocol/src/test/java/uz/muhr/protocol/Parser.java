package uz.muhr.protocol;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One parser of the ledger.
 *
 * @param rewrite reads the text and writes what it read
 * @param oneForm whether no other text than the written one may be read
 */
record Parser(String name, boolean oneForm, UnaryOperator<String> rewrite, List<String> valid) {
    static Parser golden(String name, UnaryOperator<String> rewrite, String... files) {
        return new Parser(
                name, true, rewrite, List.of(files).stream().map(Golden::text).toList());
    }

    @Override
    public String toString() {
        return name;
    }
}
