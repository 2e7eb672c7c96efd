package uz.muhr.client.document;

import java.io.Writer;

/** Keeps the beginning of what is written to it. */
final class ShortWriter extends Writer {
    private final StringBuilder kept = new StringBuilder();
    private final int most;

    ShortWriter(int most) {
        this.most = most;
    }

    @Override
    public void write(char[] letters, int from, int length) {
        kept.append(letters, from, Math.min(length, most - kept.length()));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}

    @Override
    public String toString() {
        return kept.toString();
    }
}
