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
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** A page as a picture, and what a camera or a scanner makes of it. */
record Raster(BufferedImage picture) {
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

    /** How many dots of the part below a height are not white. */
    long ink(int from) {
        return Arrays.stream(picture.getRGB(0, from, width(), height() - from, null, 0, width()))
                .filter(dot -> dot != Color.WHITE.getRGB())
                .count();
    }

    /** Turned a little, as paper lies on a scanner. */
    Raster turned(double degrees) {
        return drawn(graphics -> {
            graphics.rotate(Math.toRadians(degrees), width() / 2.0, height() / 2.0);
            graphics.drawImage(picture, 0, 0, null);
        });
    }

    /** Each dot the mean of its neighbours, as out of focus. */
    Raster blurred() {
        float[] mean = new float[9];
        Arrays.fill(mean, 1 / 9f);
        return new Raster(new ConvolveOp(new Kernel(3, 3, mean), ConvolveOp.EDGE_NO_OP, null).filter(picture, null));
    }

    private Raster drawn(Consumer<Graphics2D> drawing) {
        BufferedImage drawn = new BufferedImage(width(), height(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = drawn.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width(), height());
        drawing.accept(graphics);
        graphics.dispose();
        return new Raster(drawn);
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
