package uz.muhr.client.report;

/** A text as it is printed. */
record Text(String content, Style style) {
    /** Which of the document's fonts. */
    enum Letters {
        PLAIN,
        STRONG,
        EVEN
    }

    /** How it looks; sizes are in points. */
    enum Style {
        TITLE(Letters.STRONG, 19, Ink.DEEP),
        VERDICT(Letters.STRONG, 20, Ink.DARK),
        HEADING(Letters.STRONG, 11.5f, Ink.DEEP),
        PLAIN(Letters.PLAIN, 9, Ink.DARK),
        STRONG(Letters.STRONG, 9, Ink.DARK),
        LABEL(Letters.PLAIN, 9, Ink.GREY),
        HASH(Letters.EVEN, 7.2f, Ink.DARK),
        SMALL(Letters.PLAIN, 7.5f, Ink.GREY);

        private final Letters letters;
        private final float size;
        private final Ink ink;

        Style(Letters letters, float size, Ink ink) {
            this.letters = letters;
            this.size = size;
            this.ink = ink;
        }

        Letters letters() {
            return letters;
        }

        float size() {
            return size;
        }

        Ink ink() {
            return ink;
        }
    }

    static Text plain(String content) {
        return new Text(content, Style.PLAIN);
    }

    static Text strong(String content) {
        return new Text(content, Style.STRONG);
    }

    static Text label(String content) {
        return new Text(content, Style.LABEL);
    }

    static Text hash(String content) {
        return new Text(content, Style.HASH);
    }
}
