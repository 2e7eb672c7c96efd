package uz.muhr.client.samples;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;

/** The inks of the forms; each component from 0 (none) to 1 (full), DeviceRGB. */
enum Ink {
    TEXT(0.12f, 0.13f, 0.16f),
    PAPER(1f, 1f, 1f),
    BLUE(0.09f, 0.24f, 0.43f),
    GREEN(0.08f, 0.34f, 0.24f);

    private final float red;
    private final float green;
    private final float blue;

    Ink(float red, float green, float blue) {
        this.red = red;
        this.green = green;
        this.blue = blue;
    }

    void fill(PDPageContentStream page) throws IOException {
        page.setNonStrokingColor(red, green, blue);
    }

    /** A pale wash of the same hue, on which dark text stays legible. */
    void wash(PDPageContentStream page) throws IOException {
        page.setNonStrokingColor(pale(red), pale(green), pale(blue));
    }

    void draw(PDPageContentStream page) throws IOException {
        page.setStrokingColor(red, green, blue);
    }

    private static float pale(float component) {
        return 0.93f + 0.07f * component;
    }
}
