package uz.muhr.client.voyage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.consignment.ConsignmentReceipt;
import uz.muhr.client.consignment.KnownSeal;
import uz.muhr.client.consignment.LinkedDocument;
import uz.muhr.client.fabric.Answered;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.fabric.SealLedger.Chains;
import uz.muhr.client.verification.AnswerView.ReasonView;
import uz.muhr.client.verification.Verification;
import uz.muhr.client.voyage.ConsignmentView.ContainerView;
import uz.muhr.client.voyage.ConsignmentView.DocumentView;
import uz.muhr.protocol.consignment.ConsignedDocument;
import uz.muhr.protocol.consignment.ConsignmentEvent;
import uz.muhr.protocol.consignment.ConsignmentRecord;
import uz.muhr.protocol.consignment.ContainerCommitment;
import uz.muhr.protocol.freight.ContainerNumber;
import uz.muhr.protocol.integrity.ConsignmentIntegrity;
import uz.muhr.protocol.integrity.SealAssessment;
import uz.muhr.protocol.integrity.SealReason;
import uz.muhr.protocol.integrity.SealVerdict;
import uz.muhr.protocol.json.LedgerTime;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.seal.SealEvent;
import uz.muhr.protocol.seal.SealHistory;
import uz.muhr.protocol.verdict.Assessment;

/**
 * Asks the ledger all about a consignment. At a time T only what was vouched for up to T counts; the verdicts follow from the
 * chains that the peer gave, and are computed here.
 */
public final class Survey {
    private final Ledger ledger;
    private final Verification documents;

    public Survey(Ledger ledger) {
        this.ledger = ledger;
        this.documents = new Verification(ledger);
    }

    /**
     * Looks at a consignment.
     *
     * @param at the time for which it is asked; absent for all that is known
     * @throws Refusal UNKNOWN_CONSIGNMENT, also when it was opened only after the time asked; CORRUPT_RECORD when the answer
     *     contradicts itself
     */
    public ConsignmentView look(ConsignmentReceipt receipt, Optional<Instant> at) {
        Answered<Chains> answer = ledger.seals().chains(receipt.id());
        Chains chains = answer.value();
        ConsignmentRecord record = Then.record(chains.consignment(), at);
        SealAssessment assessment = ConsignmentIntegrity.of(chains.consignment(), chains.seals(), at);
        Map<ContainerCommitment, List<SealView>> seals = new LinkedHashMap<>();
        record.containers().forEach(container -> seals.put(container, new ArrayList<>()));
        List<String> gaps = new ArrayList<>();
        for (ConsignmentEvent event : chains.consignment().oldestFirst()) {
            event.seal()
                    .flatMap(seal ->
                            Then.history(Optional.ofNullable(chains.seals().get(seal)), at))
                    .ifPresent(history -> {
                        SealView view = SealView.of(history, receipt, at);
                        seals.computeIfAbsent(history.record().affixed().container(), none -> new ArrayList<>())
                                .add(view);
                        gaps.addAll(gaps(view));
                    });
        }
        assessment.reasons().stream()
                .filter(Survey::isGapBetweenSeals)
                .map(SealReason::sentence)
                .forEach(gaps::add);
        return new ConsignmentView(
                record.id().hex(),
                receipt.ucr().map(ucr -> ucr.value()).orElse(null),
                record.creator().value(),
                LedgerTime.write(record.opened().time()),
                assessment.verdict().name(),
                assessment.verdict().sentence(),
                SealView.reasons(assessment),
                gaps,
                at.map(LedgerTime::write).orElse(null),
                answer.by().value(),
                seals.entrySet().stream()
                        .map(entry -> new ContainerView(
                                receipt.container(entry.getKey())
                                        .map(ContainerNumber::value)
                                        .orElse(null),
                                entry.getKey().hex(),
                                entry.getValue()))
                        .toList(),
                record.documents().stream()
                        .map(document -> document(document, receipt, assessment, at))
                        .toList());
    }

    /**
     * Every event of one seal, plain readings too, oldest first; its chain of hashes is whole.
     *
     * @throws Refusal UNKNOWN_SEAL; CORRUPT_RECORD when the answer contradicts itself
     */
    public Answered<List<SealEventView>> events(ConsignmentReceipt receipt, KnownSeal seal) {
        Answered<SealHistory> history = ledger.seals().history(receipt.name(seal));
        List<SealEvent> events = history.value().oldestFirst();
        return new Answered<>(
                events.stream().map(event -> SealEventView.of(event, receipt)).toList(), history.by());
    }

    private DocumentView document(
            ConsignedDocument linked, ConsignmentReceipt receipt, SealAssessment seals, Optional<Instant> at) {
        Optional<LinkedDocument> known = receipt.document(linked);
        Optional<Assessment> assessment =
                known.map(document -> documents.assess(document.id(), document.commitment(), at));
        return new DocumentView(
                known.map(document -> document.issuer().value()).orElse(null),
                known.map(document -> document.type().value()).orElse(null),
                known.map(document -> document.type().title()).orElse(null),
                known.map(document -> document.number().value()).orElse(null),
                known.map(document -> document.id().hex()).orElse(null),
                linked.hex(),
                assessment.map(found -> found.verdict().name()).orElse(null),
                assessment.stream()
                        .flatMap(found -> found.reasons().stream())
                        .map(reason -> new ReasonView(reason.name(), reason.sentence()))
                        .toList(),
                taint(seals.verdict()));
    }

    /** It does not change the document's status: the paper is as good as it was, and the goods may be others. */
    private static @Nullable String taint(SealVerdict seals) {
        return switch (seals) {
            case TAMPERED ->
                "A container seal of its consignment was tampered with: that the goods are still those of this document is not shown.";
            case MISSING ->
                "A container seal of its consignment is missing: that the goods are still those of this document is not shown.";
            case BROKEN_BY_AUTHORITY, UNPROVEN, INTACT -> null;
        };
    }

    private static List<String> gaps(SealView seal) {
        String name = seal.number() == null ? "A seal that the receipt does not know" : "Seal " + seal.number();
        return seal.reasons().stream()
                .filter(reason -> SealReason.valueOf(reason.code()).verdict() == SealVerdict.UNPROVEN)
                .map(reason -> name + ": " + reason.sentence())
                .toList();
    }

    private static boolean isGapBetweenSeals(SealReason reason) {
        return switch (reason) {
            case UNSEALED_BETWEEN, CONTAINER_WITHOUT_SEAL, NO_CONTAINER -> true;
            case FOUND_DAMAGED,
                    FOUND_BROKEN,
                    READ_OPENED,
                    FOUND_MISSING,
                    BROKEN_BY_CUSTOMS,
                    BROKEN_BY_QUARANTINE,
                    FOUND_FAULTY,
                    NOT_YET_AFFIXED,
                    NOT_ACCEPTED,
                    REPLACED_BY_HOLDER -> false;
        };
    }
}
