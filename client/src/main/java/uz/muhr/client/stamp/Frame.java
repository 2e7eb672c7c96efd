package uz.muhr.client.stamp;

import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.util.Matrix;

/**
 * A page with a strip added below it, as it is seen: what the page's rotation makes of "below" is settled here.
 *
 * @param whole what is seen of the page, the strip included
 * @param strip the strip alone
 * @param width of the strip as it is seen, in points
 * @param toPage from the strip's points, counted from its lower left corner as it is seen, to the page's units
 */
record Frame(PDRectangle whole, PDRectangle strip, float width, Matrix toPage) {
    /** @param height of the strip, in points */
    static Frame below(PDPage page, float height) {
        PDRectangle box = page.getCropBox();
        // ISO 32000-1, 8.3.2.3: how many points a unit of this page is.
        float unit = 1 / page.getUserUnit();
        float h = height * unit;
        float left = box.getLowerLeftX();
        float low = box.getLowerLeftY();
        float right = box.getUpperRightX();
        float high = box.getUpperRightY();
        // A page is turned clockwise: by 90 degrees, its right edge comes to lie below.
        return switch (Math.floorMod(page.getRotation(), 360)) {
            case 90 ->
                new Frame(
                        area(left, low, right + h, high),
                        area(right, low, right + h, high),
                        box.getHeight() / unit,
                        new Matrix(0, unit, -unit, 0, right + h, low));
            case 180 ->
                new Frame(
                        area(left, low, right, high + h),
                        area(left, high, right, high + h),
                        box.getWidth() / unit,
                        new Matrix(-unit, 0, 0, -unit, right, high + h));
            case 270 ->
                new Frame(
                        area(left - h, low, right, high),
                        area(left - h, low, left, high),
                        box.getHeight() / unit,
                        new Matrix(0, -unit, unit, 0, left - h, high));
            default ->
                new Frame(
                        area(left, low - h, right, high),
                        area(left, low - h, right, low),
                        box.getWidth() / unit,
                        new Matrix(unit, 0, 0, unit, left, low - h));
        };
    }

    /** The least area that holds this page's and the strip. */
    PDRectangle with(PDRectangle media) {
        return area(
                Math.min(media.getLowerLeftX(), whole.getLowerLeftX()),
                Math.min(media.getLowerLeftY(), whole.getLowerLeftY()),
                Math.max(media.getUpperRightX(), whole.getUpperRightX()),
                Math.max(media.getUpperRightY(), whole.getUpperRightY()));
    }

    /** Whether something of the page lies where the strip will be. */
    boolean isEnteredBy(PDRectangle other) {
        return other.getLowerLeftX() < strip.getUpperRightX()
                && strip.getLowerLeftX() < other.getUpperRightX()
                && other.getLowerLeftY() < strip.getUpperRightY()
                && strip.getLowerLeftY() < other.getUpperRightY();
    }

    private static PDRectangle area(float left, float low, float right, float high) {
        return new PDRectangle(left, low, right - left, high - low);
    }
}
