package uz.muhr.client.stamp;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.ConvolveOp;
import java.awt.image.Kernel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A page as a picture, and what a camera or a scanner makes of it. */
record Raster(BufferedImage picture) {
    private static final int ROUNDING = 64;

    static Raster of(byte[] pdf, int page, int dotsPerInch) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new Raster(new PDFRenderer(document).renderImageWithDPI(page, dotsPerInch, ImageType.RGB));
        }
    }

    int width() {
        return picture.getWidth();
    }

    int height() {
        return picture.getHeight();
    }

    /** The upper part. */
    Raster top(int height) {
        return new Raster(picture.getSubimage(0, 0, width(), height));
    }

    int[] pixels() {
        return picture.getRGB(0, 0, width(), height(), null, 0, width());
    }

    /** How many dots differ from another picture's by more than rounding can make them. */
    int unlike(Raster other) {
        int[] ours = pixels();
        int[] theirs = other.pixels();
        int unlike = 0;
        for (int dot = 0; dot < ours.length; dot++) {
            if (differ(new Color(ours[dot]), new Color(theirs[dot]))) {
                unlike++;
            }
        }
        return unlike;
    }

    private static boolean differ(Color one, Color other) {
        return Math.abs(one.getRed() - other.getRed()) > ROUNDING
                || Math.abs(one.getGreen() - other.getGreen()) > ROUNDING
                || Math.abs(one.getBlue() - other.getBlue()) > ROUNDING;
    }

    /** Turned a little, as paper lies on a scanner that is somewhat larger. */
    Raster turned(double degrees) {
        int margin = 100;
        BufferedImage turned =
                new BufferedImage(width() + 2 * margin, height() + 2 * margin, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = turned.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, turned.getWidth(), turned.getHeight());
        graphics.rotate(Math.toRadians(degrees), turned.getWidth() / 2.0, turned.getHeight() / 2.0);
        graphics.drawImage(picture, margin, margin, null);
        graphics.dispose();
        return new Raster(turned);
    }

    /** Each dot the mean of its neighbours, as out of focus. */
    Raster blurred() {
        float[] mean = new float[9];
        Arrays.fill(mean, 1 / 9f);
        return new Raster(new ConvolveOp(new Kernel(3, 3, mean), ConvolveOp.EDGE_NO_OP, null).filter(picture, null));
    }

    /** What the QR code on it says. */
    String scanned() throws ReaderException {
        return new QRCodeReader()
                .decode(
                        new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(width(), height(), pixels()))),
                        Map.of(DecodeHintType.TRY_HARDER, true))
                .getText();
    }

    /** Kept as build output, for whoever wants to see it. */
    void keep(String name) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "screenshots"));
        ImageIO.write(picture, "png", folder.resolve(name + ".png").toFile());
    }
}
