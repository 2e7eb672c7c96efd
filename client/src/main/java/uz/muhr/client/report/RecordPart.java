package uz.muhr.client.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uz.muhr.client.report.Text.Style;
import uz.muhr.client.verification.Heard;
import uz.muhr.protocol.authority.AuthorityPeriod;
import uz.muhr.protocol.authority.AuthorityRecord;
import uz.muhr.protocol.customs.Hold;
import uz.muhr.protocol.customs.Holds;
import uz.muhr.protocol.customs.WriteOffs;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.quantity.Amount;
import uz.muhr.protocol.quantity.Quantity;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.DocumentStatus;
import uz.muhr.protocol.record.Validity;
import uz.muhr.protocol.verdict.AuthorityThen;
import uz.muhr.protocol.verdict.Evidence;
import uz.muhr.protocol.verdict.Report;
import uz.muhr.protocol.verdict.Verdict;

/** The records that the first peer who answered holds: what each says, whose authority it had, and how it came about. */
final class RecordPart {
    /** Of a record, the newest; whoever needs more asks for the history. */
    static final int MOST_VERSIONS = 100;

    /** How much of a row's width what a fact is called takes. */
    static final float LABELS = 0.27f;

    private final Hearing hearing;
    private final ReportWords words;
    private final Sheet sheet;

    RecordPart(Hearing hearing, ReportWords words, Sheet sheet) {
        this.hearing = hearing;
        this.words = words;
        this.sheet = sheet;
    }

    void write() throws IOException {
        Optional<Heard> witness = hearing.witness();
        Optional<Report> report = hearing.report();
        if (witness.isEmpty() || report.isEmpty()) {
            return;
        }
        for (Evidence evidence : report.get().evidence()) {
            sheet.heading(words.word("record", witness.get().organisation()));
            record(report.get(), evidence);
            authority(report.get(), evidence);
            customs(evidence);
            history(evidence);
        }
        if (report.get().evidence().isEmpty()) {
            sheet.heading(words.word("record", witness.get().organisation()));
            sheet.text(Text.plain(words.word("no-record")));
        }
    }

    private void record(Report report, Evidence evidence) throws IOException {
        DocumentRecord record = evidence.answering(report.question());
        fact("document", Text.plain(words.type(record.type())));
        fact("issuer", Text.plain(record.issuer().value()));
        fact("verdict-of-record", Text.strong(words.of("verdict", verdict(report, evidence))));
        fact("status", Text.plain(status(record)));
        fact("validity", Text.plain(validity(record.validity())));
        fact("document-id", Text.hash(evidence.document().hex()));
        fact("commitment", Text.hash(record.commitment().hex()));
        fact("kind", Text.plain(words.word("kind." + record.commitment().kind().text())));
        if (record.replaces().isPresent()) {
            fact("replaces", Text.hash(record.replaces().map(DocumentId::hex).get()));
        }
        if (record.replacedBy().isPresent()) {
            fact(
                    "replaced-by",
                    Text.hash(record.replacedBy().map(DocumentId::hex).get()));
        }
    }

    /** Where no file was compared, the verdict on the record itself, which is what can be said of it. */
    private static Verdict verdict(Report report, Evidence evidence) {
        boolean standing =
                report.question().content().isEmpty() && report.question().at().isEmpty();
        return (standing ? evidence.standing(report.askedAt()) : report.assess(evidence)).verdict();
    }

    private String status(DocumentRecord record) {
        String status = words.of("status", record.status());
        return record.reason()
                .map(reason -> status + ": " + words.word("revocation." + reason.text()))
                .orElse(status);
    }

    private String validity(Validity validity) {
        if (validity.from().isEmpty() && validity.until().isEmpty()) {
            return words.word("unlimited");
        }
        return validity.from().map(Moment::of).orElse("…") + " – "
                + validity.until().map(Moment::of).orElse("…");
    }

    private void authority(Report report, Evidence evidence) throws IOException {
        DocumentRecord record = evidence.answering(report.question());
        AuthorityThen then = evidence.authorityThen(record);
        fact("authority-then", Text.plain(words.of("authority", then)));
        fact(
                "authority-now",
                Text.plain(words.word(
                        evidence.authorisedAt(report.askedAt()) ? "authority-in-force" : "authority-not-in-force")));
        List<Text> periods = evidence.authority().stream()
                .map(AuthorityRecord::periods)
                .flatMap(List::stream)
                .map(this::period)
                .toList();
        if (!periods.isEmpty()) {
            fact("authority-periods", periods);
        }
    }

    private Text period(AuthorityPeriod period) {
        return Text.plain(Moment.of(period.from()) + " – "
                + period.until().map(Moment::of).orElse("…")
                + period.accreditation()
                        .map(accreditation -> " (" + accreditation.text() + ")")
                        .orElse(""));
    }

    private void customs(Evidence evidence) throws IOException {
        DocumentRecord current = evidence.versions().current();
        Optional<Quantity> quantity = current.quantity();
        if (quantity.isPresent()) {
            fact("quantity", Text.plain(amount(quantity.get().amount(), quantity.get())));
            fact(
                    "drawn",
                    Text.plain(amount(evidence.writeOffs().map(WriteOffs::drawn).orElse(Amount.ZERO), quantity.get())));
            fact(
                    "remaining",
                    Text.plain(
                            current.status() == DocumentStatus.SUPERSEDED
                                    ? words.word("with-successor")
                                    : amount(
                                            WriteOffs.remaining(quantity.get().amount(), evidence.writeOffs()),
                                            quantity.get())));
        }
        List<Hold> holds = evidence.holds().map(Holds::holds).orElse(List.of());
        if (!holds.isEmpty()) {
            fact("holds", holds.stream().map(this::hold).toList());
        }
    }

    private static String amount(Amount amount, Quantity of) {
        return amount + " " + of.unit();
    }

    private Text hold(Hold hold) {
        return Text.plain(hold.held().by().msp() + ": " + Moment.of(hold.held().time()) + " – "
                + hold.released().map(Change::time).map(Moment::of).orElseGet(() -> words.word("still-held")));
    }

    private void history(Evidence evidence) throws IOException {
        sheet.gap(8);
        sheet.text(Text.strong(words.word("history")));
        List<DocumentRecord> versions = evidence.versions().newestFirst();
        for (int i = 0; i < Math.min(versions.size(), MOST_VERSIONS); i++) {
            Step step = i + 1 < versions.size() ? Step.between(versions.get(i + 1), versions.get(i)) : Step.first();
            version(versions.get(i), step);
        }
        if (versions.size() > MOST_VERSIONS) {
            sheet.text(Text.plain(words.word("older-versions", versions.size() - MOST_VERSIONS)));
        }
    }

    private void version(DocumentRecord version, Step step) throws IOException {
        Change change = version.changed();
        List<Text> how = new ArrayList<>();
        how.add(Text.plain(words.word("by", change.by().msp())));
        how.add(new Text(words.word("certificate"), Style.SMALL));
        how.add(Text.hash(change.by().certificate().hex()));
        how.add(new Text(
                hearing.blocks().containsKey(change.transaction())
                        ? words.word("transaction-in-block", hearing.blocks().get(change.transaction()))
                        : words.word("transaction"),
                Style.SMALL));
        how.add(Text.hash(change.transaction().hex()));
        sheet.ruled(
                Cell.of(
                        LABELS,
                        Text.strong(version.sequence() + ".  " + words.of("step", step)),
                        Text.plain(Moment.of(change.time()))),
                new Cell(1 - LABELS, how));
    }

    private void fact(String key, Text value) throws IOException {
        fact(key, List.of(value));
    }

    private void fact(String key, List<Text> values) throws IOException {
        sheet.row(Cell.of(LABELS, Text.label(words.word(key))), new Cell(1 - LABELS, values));
    }
}
