package uz.muhr.client.web.api;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.document.Suggestion;

/**
 * What a file says of itself, for a person to see and correct.
 *
 * @param kind what kind of file it is
 * @param standard what it is written by, when that is known
 * @param stamping POSSIBLE, or why no stamped copy can be made
 * @param unread why nothing was read in it
 */
public record SuggestionView(
        String kind,
        @Nullable String standard,
        List<FactView> facts,
        String stamping,
        @Nullable String unread) {

    /** One thing that it says, and where. */
    public record FactView(String fact, String value, String where) {}

    static SuggestionView of(Suggestion suggestion, String stamping) {
        return new SuggestionView(
                suggestion.kind().name(),
                suggestion.standard().orElse(null),
                suggestion.facts().entrySet().stream()
                        .map(fact -> new FactView(
                                fact.getKey().name(),
                                fact.getValue().value(),
                                fact.getValue().where()))
                        .sorted(Comparator.comparing(FactView::fact))
                        .toList(),
                stamping,
                suggestion.unread().orElse(null));
    }
}
