package uz.muhr.protocol.verdict;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.LedgerTime;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * The whole answer to a question: the evidence, and the verdict that follows from it. The verdict is always computed,
 * so a report that was read states what its evidence says and nothing else.
 *
 * @param answeredAt the time of the transaction that asked; whole seconds
 * @param evidence every record the question touches; the asked document's first
 * @param more whether there are more records of the content than an answer holds
 */
public record Report(Question question, Instant answeredAt, List<Evidence> evidence, boolean more) {
    /**
     * Refuses what cannot be.
     *
     * @throws Refusal CORRUPT_RECORD when evidence was not asked for or stands twice
     */
    public Report {
        answeredAt = answeredAt.truncatedTo(ChronoUnit.SECONDS);
        evidence = List.copyOf(evidence);
        if (!evidence.stream().allMatch(found -> found.concerns(question))) {
            throw new Refusal(ErrorCode.CORRUPT_RECORD, "An answer holds evidence that was not asked for.");
        }
        if (evidence.stream().map(Evidence::document).distinct().count() < evidence.size()) {
            throw new Refusal(ErrorCode.CORRUPT_RECORD, "An answer holds evidence of one document twice.");
        }
    }

    /** The time the question is about. */
    public Instant askedAt() {
        return question.at().orElse(answeredAt);
    }

    /** The verdict on one record by itself. */
    public Assessment assess(Evidence record) {
        return VerdictTable.decide(record.facts(question, askedAt()));
    }

    /** The verdict. */
    public Assessment assessment() {
        return question.document().isPresent() ? assessDocument() : assessContent();
    }

    /** The evidence on the document that was named. */
    public Optional<Evidence> named() {
        return evidence.stream()
                .filter(record -> question.document().equals(Optional.of(record.document())))
                .findFirst();
    }

    private Assessment assessDocument() {
        Assessment found =
                named().map(this::assess).orElse(new Assessment(Verdict.UNKNOWN, List.of(Reason.NEVER_ANCHORED)));
        boolean notThisOne = found.verdict() == Verdict.UNKNOWN || found.verdict() == Verdict.ALTERED;
        if (!notThisOne || evidence.size() == named().stream().count()) {
            return found;
        }
        List<Reason> reasons = new ArrayList<>(found.reasons());
        reasons.add(Reason.CONTENT_UNDER_ANOTHER_NUMBER);
        return new Assessment(found.verdict(), reasons);
    }

    /**
     * Several records may hold one content. Those of issuers without authority, and those anchored later, count only
     * when there is no other, so that nobody can spoil a document by anchoring its content as well. Those that count
     * have to agree.
     */
    private Assessment assessContent() {
        if (more) {
            return Assessment.undetermined(Reason.TOO_MANY_RECORDS);
        }
        Set<Verdict> spoilt = EnumSet.of(Verdict.UNKNOWN, Verdict.NOT_AUTHORISED);
        List<Assessment> all = evidence.stream().map(this::assess).toList();
        List<Assessment> counting =
                all.stream().filter(found -> !spoilt.contains(found.verdict())).toList();
        List<Assessment> decisive = counting.isEmpty() ? all : counting;
        Set<Verdict> verdicts = decisive.stream().map(Assessment::verdict).collect(Collectors.toSet());
        return switch (verdicts.size()) {
            case 0 -> new Assessment(Verdict.UNKNOWN, List.of(Reason.NEVER_ANCHORED));
            case 1 -> decisive.get(0);
            default -> Assessment.undetermined(Reason.RECORDS_DISAGREE);
        };
    }

    /** Canonical JSON: question, evidence, and the verdict that follows. */
    public String write() {
        JsonArray list = new JsonArray();
        evidence.forEach(record -> list.add(record.json()));
        Assessment assessment = assessment();
        JsonArray reasons = new JsonArray();
        assessment.reasons().forEach(reason -> reasons.add(reason.name()));
        JsonObject json = new JsonObject();
        json.addProperty("answeredAt", LedgerTime.write(answeredAt));
        json.add("evidence", list);
        json.addProperty("more", more);
        json.add("question", question.json());
        json.add("reasons", reasons);
        json.addProperty("verdict", assessment.verdict().name());
        return CanonicalJson.write(json);
    }

    /**
     * Reads an answer and judges its evidence anew.
     *
     * @throws Refusal CORRUPT_RECORD when the written verdict is not the one that follows, or another text stands for
     *     the same answer; MALFORMED_ARGUMENT
     */
    public static Report parse(String text) {
        Members members = StrictJson.object("The answer", text);
        Report report = new Report(
                Question.read(members.object("question")),
                members.time("answeredAt"),
                members.list("evidence", Evidence::read),
                members.flag("more"));
        members.text("verdict", Verdict::parse);
        members.list("reasons", json -> json);
        members.end();
        if (!report.write().equals(text)) {
            throw new Refusal(
                    ErrorCode.CORRUPT_RECORD,
                    "An answer is not in canonical form (RFC 8785), or its verdict is not the one that its evidence gives.");
        }
        return report;
    }
}
