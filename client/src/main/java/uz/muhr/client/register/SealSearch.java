package uz.muhr.client.register;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uz.muhr.protocol.consignment.ConsignmentId;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.integrity.SealVerdict;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.seal.SealState;

/**
 * Which container seals are looked for: those for which all that is given holds. Newest first.
 *
 * @param holder who has custody, or had it last
 * @param verdict on the seal alone, by all that is known
 * @param after where the page before ended; empty for the first
 */
public record SealSearch(
        Optional<ConsignmentId> consignment,
        Optional<SealState> state,
        Optional<MspId> holder,
        Optional<SealVerdict> verdict,
        int limit,
        Optional<Position> after) {
    public static final String CONSIGNMENT = "consignment";
    public static final String STATE = "state";
    public static final String HOLDER = "holder";
    public static final String VERDICT = "verdict";

    private static final Set<String> WORDS =
            Set.of(CONSIGNMENT, STATE, HOLDER, VERDICT, SearchText.LIMIT, SearchText.AFTER);

    public SealSearch {
        Search.checkLimit(limit, "container seals");
    }

    /**
     * Reads it from words.
     *
     * @throws Refusal MALFORMED_ARGUMENT when a word has an unknown name or is not in its form
     */
    public static SealSearch of(Map<String, String> words) {
        words.keySet().stream()
                .filter(name -> !WORDS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Refusal.malformed("Container seals are not looked for by \"" + Shown.of(name) + "\".");
                });
        return new SealSearch(
                SearchText.word(words, CONSIGNMENT, ConsignmentId::new),
                SearchText.word(words, STATE, text -> one("state", SealState.values(), text)),
                SearchText.word(words, HOLDER, MspId::new),
                SearchText.word(words, VERDICT, text -> one("verdict", SealVerdict.values(), text)),
                SearchText.word(words, SearchText.LIMIT, SearchText::limit).orElse(Search.USUAL_LIMIT),
                SearchText.word(words, SearchText.AFTER, Position::parse));
    }

    private static <T extends Enum<T>> T one(String what, T[] all, String text) {
        for (T one : all) {
            if (one.name().equals(text)) {
                return one;
            }
        }
        throw Refusal.malformed("A container seal's " + what + " of the name \"" + Shown.of(text) + "\" is not known.");
    }
}
