package uz.muhr.client.web.api;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import uz.muhr.client.journal.SubmissionId;
import uz.muhr.client.journal.Submitted;
import uz.muhr.client.signing.Signers;

/** Tells how far some submissions came, as server-sent events, until all are settled. */
final class SubmissionStream {
    /** After it the journal is asked again, for another client that shares it tells nobody here; and a sign of life is given. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(5);

    private final Signers signers;
    private final SubmissionNews news;
    private final JsonMapper json;
    private final OutputStream out;

    SubmissionStream(Signers signers, SubmissionNews news, JsonMapper json, OutputStream out) {
        this.signers = signers;
        this.news = news;
        this.json = json;
        this.out = out;
    }

    /** @throws IOException when the reader is gone */
    void tell(Set<SubmissionId> submissions) throws IOException {
        Set<SubmissionId> open = new LinkedHashSet<>(submissions);
        // Listening comes before asking, so that nothing is missed in between.
        try (SubmissionNews.Ear ear = news.of(submissions)) {
            ask(open);
            while (!open.isEmpty() && !news.isClosed()) {
                @Nullable Submitted heard = ear.next(HEARTBEAT);
                if (heard == null) {
                    ask(open);
                } else if (open.contains(heard.id())) {
                    tell(heard, open);
                    out.flush();
                }
            }
            if (open.isEmpty()) {
                // A browser would come again by itself, and hear the same once more.
                write("event: settled\ndata: {}\n\n");
            }
            out.flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void ask(Set<SubmissionId> open) throws IOException {
        for (SubmissionId id : Set.copyOf(open)) {
            Submitted found = signers.find(id).orElse(null);
            if (found == null) {
                open.remove(id);
            } else {
                tell(found, open);
            }
        }
        write(": nothing else yet\n\n");
        out.flush();
    }

    private void tell(Submitted submitted, Set<SubmissionId> open) throws IOException {
        if (submitted.settled()) {
            open.remove(submitted.id());
        }
        // A receipt is written in lines, and a line would end the event.
        write("event: submission\ndata: "
                + json.writeValueAsString(SubmissionView.of(submitted)).replaceAll("\n *", "")
                + "\n\n");
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
