package uz.muhr.client.web;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;

/** A multipart form as a browser or curl writes it. */
public final class Form {
    static final String BOUNDARY = "a-line-between-parts";
    public static final String CONTENT_TYPE = "multipart/form-data; boundary=" + BOUNDARY;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    public static Form of() {
        return new Form();
    }

    /** What a certificate of origin of this number has besides its file. */
    static Form certificate(String number) {
        return of().field("type", "861").field("number", number);
    }

    /** The certificate of origin that the chamber anchored under this number. */
    static Form named(String number) {
        return certificate(number).field("issuer", "ChamberMSP");
    }

    /** Whether a proof shows something of a file. */
    static Form proof(byte[] file, byte[] bundle) {
        return of().file("file", file).field("proof", new String(bundle, StandardCharsets.ISO_8859_1));
    }

    public Form field(String name, String value) {
        return part("name=\"" + name + "\"", value.getBytes(StandardCharsets.UTF_8));
    }

    public Form file(String name, byte[] content) {
        return part("name=\"" + name + "\"; filename=\"document.pdf\"", content);
    }

    private Form part(String disposition, byte[] content) {
        bytes.writeBytes(head(disposition));
        bytes.writeBytes(content);
        bytes.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    /** The form whole. */
    public byte[] end() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(bytes.toByteArray());
        whole.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return whole.toByteArray();
    }

    /** A form whose file is larger than memory: parts so far, then the file as it is read, then the end. */
    public BodyPublisher endWithFile(Supplier<InputStream> content) {
        return BodyPublishers.concat(
                BodyPublishers.ofByteArray(bytes.toByteArray()),
                BodyPublishers.ofByteArray(head("name=\"file\"; filename=\"large.bin\"")),
                BodyPublishers.ofInputStream(content),
                BodyPublishers.ofByteArray(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII)));
    }

    private static byte[] head(String disposition) {
        return ("--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
