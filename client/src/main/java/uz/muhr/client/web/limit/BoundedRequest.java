package uz.muhr.client.web.limit;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.web.problem.ProblemCode;
import uz.muhr.client.web.problem.RefusedRequest;

/** A request whose body is read no further than it may be long, and no longer than it may take. */
final class BoundedRequest extends HttpServletRequestWrapper {
    private final BodyRules rules;
    private @Nullable ServletInputStream body;
    private boolean tooSlow;

    BoundedRequest(HttpServletRequest request, BodyRules rules) {
        super(request);
        this.rules = rules;
    }

    /** @throws RefusedRequest TOO_LARGE when it says itself that it is too long */
    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (getContentLengthLong() > rules.most()) {
            throw tooLarge();
        }
        if (body == null) {
            body = new Body(super.getInputStream());
        }
        return body;
    }

    /** Whether it was given up because it came too slowly. */
    boolean isTooSlow() {
        return tooSlow;
    }

    private RefusedRequest tooLarge() {
        return new RefusedRequest(
                ProblemCode.TOO_LARGE, "A request may bring at most " + rules.most() + " bytes; it brings more.");
    }

    /** Counts, and looks at the clock at each read. */
    private final class Body extends ServletInputStream {
        private final ServletInputStream in;
        private final long begun = System.nanoTime();
        private long bytes;

        Body(ServletInputStream in) {
            this.in = in;
        }

        @Override
        public int read() throws IOException {
            int value = in.read();
            count(value < 0 ? 0 : 1);
            return value;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = in.read(buffer, offset, length);
            count(Math.max(read, 0));
            return read;
        }

        private void count(int more) {
            bytes += more;
            if (bytes > rules.most()) {
                throw tooLarge();
            }
            if (rules.tooSlow(bytes, Duration.ofNanos(System.nanoTime() - begun))) {
                tooSlow = true;
                throw new RefusedRequest(
                        ProblemCode.TOO_SLOW,
                        "A request has to bring at least " + rules.bytesPerSecond()
                                + " bytes a second; it brings fewer. Send it again over a better line.");
            }
        }

        @Override
        public boolean isFinished() {
            return in.isFinished();
        }

        @Override
        public boolean isReady() {
            return in.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("Bodies are read by whoever answers, and not by events.");
        }
    }
}
