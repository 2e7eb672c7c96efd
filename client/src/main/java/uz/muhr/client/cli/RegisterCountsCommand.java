package uz.muhr.client.cli;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uz.muhr.client.register.RegisterView.Counts;
import uz.muhr.client.register.SearchText;

/** {@code muhr register counts}: how many documents were anchored, by day and issuer. */
@Command(
        name = "counts",
        description = "Counts anchored documents by day (UTC) and issuer; without a beginning, of 31 days.")
final class RegisterCountsCommand implements Callable<Integer> {
    @Mixin
    private final RegisterAccess access = new RegisterAccess();

    @Mixin
    private final Speech speech = new Speech();

    private final Map<String, String> words = new HashMap<>();

    @Option(names = "--issuer", paramLabel = "MSP", description = "of one issuer, such as ChamberMSP")
    void issuer(String text) {
        words.put(SearchText.ISSUER, text);
    }

    @Option(names = "--from", paramLabel = "DATE", description = "the first day")
    void from(String text) {
        words.put(SearchText.ANCHORED_FROM, text);
    }

    @Option(names = "--until", paramLabel = "DATE", description = "the last day (today)")
    void until(String text) {
        words.put(SearchText.ANCHORED_UNTIL, text);
    }

    @Override
    public Integer call() {
        SearchText.CountsQuestion question = SearchText.counts(words, LocalDate.now(ZoneOffset.UTC));
        Counts counts = access.ask(
                "/api/register/counts",
                words,
                Counts.class,
                (register, state, now) -> Counts.of(register.counts(question), state, now));
        speech.say(counts, RegisterLines.of(counts));
        return Exit.VALID;
    }
}
