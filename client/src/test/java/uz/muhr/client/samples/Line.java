package uz.muhr.client.samples;

/** One paragraph of a cell, broken into as many lines as its width asks for. */
record Line(Weight weight, String text) {
    enum Weight {
        PLAIN(9.2f),
        STRONG(9.2f),
        LARGE(13f),
        SMALL(7.7f);

        /** Height of the letters in points. */
        final float size;

        Weight(float size) {
            this.size = size;
        }

        /** Distance from one baseline to the next in points. */
        float leading() {
            return size * 1.28f;
        }
    }

    static Line plain(String text) {
        return new Line(Weight.PLAIN, text);
    }

    static Line strong(String text) {
        return new Line(Weight.STRONG, text);
    }

    static Line large(String text) {
        return new Line(Weight.LARGE, text);
    }

    static Line small(String text) {
        return new Line(Weight.SMALL, text);
    }
}
