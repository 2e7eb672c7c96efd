package uz.muhr.client.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import uz.muhr.client.report.ReportQuestion.Named;
import uz.muhr.client.report.Text.Style;
import uz.muhr.client.verification.Heard;
import uz.muhr.client.verification.Inquiry;
import uz.muhr.protocol.verdict.Assessment;
import uz.muhr.protocol.verdict.Indication;
import uz.muhr.protocol.verdict.Reason;

/** One hearing as a PDF: what was asked, the verdict, each peer's answer, the records, and what the report is not. */
final class ReportPdf {
    private final Hearing hearing;
    private final ReportWords words;
    private final Sheet sheet;

    private ReportPdf(Hearing hearing, ReportWords words, Sheet sheet) {
        this.hearing = hearing;
        this.words = words;
        this.sheet = sheet;
    }

    static byte[] write(Hearing hearing, ReportWords words) {
        try (PDDocument document = new PDDocument()) {
            document.setDocumentInformation(information(hearing, words));
            document.getDocumentCatalog()
                    .setLanguage(hearing.question().language().code());
            new ReportPdf(hearing, words, new Sheet(document)).write();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("A report cannot be written", e);
        }
    }

    private static PDDocumentInformation information(Hearing hearing, ReportWords words) {
        PDDocumentInformation information = new PDDocumentInformation();
        information.setTitle(words.word("title"));
        information.setCreator("Muhr");
        Calendar made = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.ROOT);
        made.setTimeInMillis(hearing.ended().toEpochMilli());
        information.setCreationDate(made);
        return information;
    }

    private void write() throws IOException {
        sheet.text(new Text(words.word("title"), Style.TITLE));
        sheet.text(Text.label(words.word("made", Moment.of(hearing.ended()), hearing.by())));
        sheet.gap(10);
        verdict();
        asked();
        answers();
        new RecordPart(hearing, words, sheet).write();
        limits();
        sheet.end(words.word("foot", Moment.of(hearing.ended())), (page, pages) -> words.word("page", page, pages));
    }

    private void verdict() throws IOException {
        Indication indication = hearing.verdict().indication();
        List<Text> texts = new ArrayList<>();
        texts.add(new Text(words.of("verdict", hearing.verdict()), Style.VERDICT));
        texts.add(Text.strong(words.of("sentence", hearing.verdict())));
        hearing.assessment()
                .ifPresentOrElse(
                        agreed -> reasons(agreed).forEach(reason -> texts.add(Text.plain(reason))),
                        () -> texts.add(Text.plain(words.word("peers-differ"))));
        texts.add(new Text(words.word("indication", indication.text()), Style.SMALL));
        sheet.box(Ink.of(indication), Ink.paleOf(indication), texts.toArray(Text[]::new));
    }

    private List<String> reasons(Assessment assessment) {
        return assessment.reasons().stream()
                .map((Reason reason) -> words.of("reason", reason))
                .toList();
    }

    private void asked() throws IOException {
        Inquiry inquiry = hearing.question().inquiry();
        sheet.heading(words.word("asked"));
        if (hearing.question().name().isPresent()) {
            Named named = hearing.question().name().get();
            fact("document", Text.plain(words.type(named.type())));
            fact("number", Text.plain(named.number().value()));
            fact("issuer", Text.plain(named.issuer().value()));
        }
        if (inquiry.named().isPresent()) {
            fact("document-id", Text.hash(inquiry.named().get().hex()));
        }
        fact(
                "file",
                inquiry.file().map(file -> Text.hash(file.hex())).orElseGet(() -> Text.plain(words.word("no-file"))));
        fact("receipt", Text.plain(words.word(inquiry.receipt().isPresent() ? "with-receipt" : "without-receipt")));
        fact("about", Text.plain(inquiry.at().map(Moment::of).orElseGet(() -> words.word("present"))));
        fact("asked-at", Text.plain(Moment.of(hearing.began()) + " – " + Moment.of(hearing.ended())));
    }

    private void fact(String key, Text value) throws IOException {
        sheet.row(Cell.of(RecordPart.LABELS, Text.label(words.word(key))), Cell.of(1 - RecordPart.LABELS, value));
    }

    private void answers() throws IOException {
        sheet.heading(words.word("answers"));
        sheet.text(Text.plain(words.word(
                "peers-asked",
                hearing.heard().size(),
                hearing.heard().stream()
                        .map(heard -> heard.organisation().value())
                        .collect(Collectors.joining(", ")))));
        sheet.gap(4);
        sheet.row(
                Cell.of(0.24f, Text.label(words.word("peer-of"))),
                Cell.of(0.5f, Text.label(words.word("answer"))),
                Cell.of(0.26f, Text.label(words.word("as-of"))));
        for (Heard heard : hearing.heard()) {
            answer(heard);
        }
    }

    private void answer(Heard heard) throws IOException {
        List<Text> said = new ArrayList<>();
        if (heard.testimony().isPresent()) {
            said.add(Text.strong(words.of("verdict", heard.assessment().verdict())));
        } else {
            said.add(Text.strong(words.word("no-answer")));
        }
        reasons(heard.assessment()).forEach(reason -> said.add(Text.plain(reason)));
        if (heard.testimony().isPresent() && !hearing.agrees(heard)) {
            said.add(Text.plain(words.word("other-evidence")));
        }
        List<Text> when = heard.testimony()
                .map(testimony -> List.of(
                        Text.plain(Moment.of(testimony.report().answeredAt())),
                        Text.plain(words.word("height", testimony.height()))))
                .orElse(List.of());
        sheet.ruled(
                Cell.of(0.24f, Text.strong(heard.organisation().value())), new Cell(0.5f, said), new Cell(0.26f, when));
    }

    private void limits() throws IOException {
        sheet.heading(words.word("limits"));
        for (String key : new String[] {"limit-time", "limit-opinion", "limit-times", "limit-content", "check-again"}) {
            sheet.text(Text.plain("•  " + words.word(key)));
            sheet.gap(2);
        }
    }
}
