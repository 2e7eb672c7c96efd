package uz.muhr.protocol.freight;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/** One of a list of codes. */
interface Coded {
    /** As the list writes it. */
    String code();

    /**
     * The one with a code.
     *
     * @param what names the list in the refusal
     * @throws Refusal MALFORMED_ARGUMENT, naming the codes there are
     */
    static <T extends Coded> T parse(String what, T[] all, String text) {
        return Stream.of(all)
                .filter(one -> one.code().equals(text))
                .findFirst()
                .orElseThrow(() -> Refusal.malformed(what + " has to be one of "
                        + Stream.of(all).map(Coded::code).collect(Collectors.joining(", ")) + "; it is \""
                        + Shown.of(text) + "\"."));
    }
}
