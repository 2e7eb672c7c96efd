package uz.muhr.client.bench;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * One line of the answer: something that was done at full speed, or one at a time.
 *
 * @param name for programs
 * @param title for people
 * @param perSecond documents, transactions or answers a second in a round
 * @param measured how long each took
 */
record Part(String name, String title, ToDoubleFunction<Round> perSecond, Function<Round, Measured> measured) {
    static final List<Part> ALL = List.of(
            new Part("alone", "a document a transaction", round -> round.alone().perSecond(), round -> round.alone()
                    .transactions()),
            new Part(
                    "together",
                    "documents through the journal",
                    round -> round.together().perSecond(),
                    round -> round.together().transactions()),
            of("nothing", "no-op transactions", Round::nothing),
            of("idleAlone", "idle: a document", round -> round.idle().documents()),
            of("idleNothing", "idle: a no-op", round -> round.idle().nothing()),
            of("verdicts", "verdicts", Round::verdicts),
            of("reads", "bare reads", Round::reads));

    private static Part of(String name, String title, Function<Round, Measured> measured) {
        return new Part(name, title, round -> measured.apply(round).perSecond(), measured);
    }
}
