package uz.muhr.client.web.feed;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import uz.muhr.client.register.EventView;
import uz.muhr.client.register.Position;

/**
 * Server-sent events as WHATWG HTML section 9.2 writes them. Every part ends with an id, so that a reader that comes again
 * with the last one it saw is told what followed, whether it was told of any event or not.
 */
final class EventStream {
    private static final long MILLIS_BEFORE_COMING_AGAIN = Duration.ofSeconds(2).toMillis();

    private final OutputStream out;

    EventStream(OutputStream out) {
        this.out = out;
    }

    /** Where the reader stands before any event. */
    void begin(Position position) throws IOException {
        write("retry: " + MILLIS_BEFORE_COMING_AGAIN + "\nid: " + position + "\n\n");
        out.flush();
    }

    void event(EventView event) throws IOException {
        write("id: " + event.id() + "\nevent: " + event.type() + "\ndata: " + event.json() + "\n\n");
    }

    /** That we are here, and that nothing of interest is missing up to there. */
    void standing(Position position) throws IOException {
        write(": nothing else yet\nid: " + position + "\n\n");
        out.flush();
    }

    private void write(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
