package uz.muhr.client.web;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;

/** A QR code as a person meets it: in a picture, or before a camera. */
record QrPicture(BitMatrix dots) {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int FRAMES = 5;

    static QrPicture of(String text) {
        try {
            return new QrPicture(new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, WIDTH, HEIGHT));
        } catch (WriterException e) {
            throw new AssertionError(e);
        }
    }

    /** Paper with nothing on it. */
    static QrPicture blank() {
        return new QrPicture(new BitMatrix(WIDTH, HEIGHT));
    }

    byte[] png() {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.setRGB(x, y, dots.get(x, y) ? 0 : 0xffffff);
            }
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", png);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return png.toByteArray();
    }

    /** A film of it in the one form that Chromium takes for a camera: YUV4MPEG2, its planes one after the other. */
    Path film(Path file) {
        byte[] light = new byte[WIDTH * HEIGHT];
        for (int at = 0; at < light.length; at++) {
            light[at] = (byte) (dots.get(at % WIDTH, at / WIDTH) ? 16 : 235);
        }
        byte[] noColour = new byte[WIDTH * HEIGHT / 2];
        Arrays.fill(noColour, (byte) 128);
        ByteArrayOutputStream film = new ByteArrayOutputStream();
        film.writeBytes(ascii("YUV4MPEG2 W" + WIDTH + " H" + HEIGHT + " F10:1 Ip A1:1 C420jpeg\n"));
        for (int frame = 0; frame < FRAMES; frame++) {
            film.writeBytes(ascii("FRAME\n"));
            film.writeBytes(light);
            film.writeBytes(noColour);
        }
        try {
            return Files.write(file, film.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
