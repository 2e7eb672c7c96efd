package uz.muhr.client.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uz.muhr.client.verification.Heard;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.verdict.Assessment;
import uz.muhr.protocol.verdict.Evidence;
import uz.muhr.protocol.verdict.Report;
import uz.muhr.protocol.verdict.Verdict;

/**
 * What was asked, and what every peer said.
 *
 * @param by the organisation whose client asked
 * @param began when the first was asked, by this client's clock
 * @param ended when the last had answered
 * @param heard in the order in which they were asked; never empty
 * @param blocks the numbers of the blocks that hold the records' transactions, as far as they could be had
 */
record Hearing(
        ReportQuestion question,
        MspId by,
        Instant began,
        Instant ended,
        List<Heard> heard,
        Map<TransactionId, Long> blocks) {

    Hearing {
        heard = List.copyOf(heard);
        blocks = Map.copyOf(blocks);
    }

    /** The verdict that all who answered agree on; nothing when they do not. */
    Optional<Assessment> assessment() {
        List<Assessment> given = answered().map(Heard::assessment).distinct().toList();
        return switch (given.size()) {
            case 0 -> Optional.of(heard.get(0).assessment());
            case 1 -> Optional.of(given.get(0));
            default -> Optional.empty();
        };
    }

    /** UNDETERMINED when they do not agree: none of them is more right than another. */
    Verdict verdict() {
        return assessment().map(Assessment::verdict).orElse(Verdict.UNDETERMINED);
    }

    /** Whose records are printed: the first who answered. */
    Optional<Heard> witness() {
        return answered().findFirst();
    }

    /** Whether somebody gave the very evidence that the witness gave. */
    boolean agrees(Heard other) {
        return evidence(other).equals(witness().map(Hearing::evidence).orElse(List.of()));
    }

    static List<Evidence> evidence(Heard heard) {
        return heard.testimony().map(testimony -> testimony.report().evidence()).orElse(List.of());
    }

    Optional<Report> report() {
        return witness().flatMap(Heard::testimony).map(testimony -> testimony.report());
    }

    private Stream<Heard> answered() {
        return heard.stream().filter(each -> each.testimony().isPresent());
    }
}
