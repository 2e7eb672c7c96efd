package uz.muhr.client.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.apache.tomcat.util.http.fileupload.servlet.ServletRequestContext;
import uz.muhr.client.document.Fingerprinter;
import uz.muhr.client.document.UnreadableDocument;
import uz.muhr.client.web.problem.ProblemCode;
import uz.muhr.client.web.problem.RefusedRequest;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * A multipart form (RFC 7578), read part by part as it arrives. The order of the parts does not matter.
 *
 * @param <F> what stays of the file
 * @param fields the other parts, by name
 */
record UploadForm<F>(Optional<F> file, Map<String, String> fields) {
    static final String FILE = "file";
    static final String RECEIPT = "receipt";
    static final String PROOF = "proof";

    private static final int LONGEST_RECEIPT = 1 << 16;
    private static final int LONGEST_PROOF = 1 << 22;
    private static final int LONGEST_FIELD = 1 << 10;

    /** Enough for a file name of 255 characters of any script, which the part's header carries. */
    private static final int LONGEST_PART_HEADER = 1 << 13;

    UploadForm {
        fields = Map.copyOf(fields);
    }

    /** Makes of the file, as it arrives, what is to stay of it. */
    @FunctionalInterface
    interface Taker<F> {
        F take(InputStream file) throws IOException;
    }

    /**
     * Reads a request's form to its end. Of the file nothing stays but its fingerprint, so that one of any size needs
     * neither memory nor disk.
     *
     * @param names of the parts there may be besides the file
     * @throws Refusal MALFORMED_ARGUMENT when a part is unknown or repeated, or the form breaks off
     * @throws RefusedRequest TOO_LARGE
     * @throws UnreadableDocument when the file is empty
     */
    static UploadForm<Fingerprint> read(HttpServletRequest request, Set<String> names) {
        return read(new ServletRequestContext(request), names, Fingerprinter::of);
    }

    /**
     * Reads a request's form to its end, and the file into memory.
     *
     * @param most how many bytes the file may have
     * @throws Refusal MALFORMED_ARGUMENT as above
     * @throws RefusedRequest TOO_LARGE
     * @throws UnreadableDocument when the file is empty
     */
    static UploadForm<byte[]> whole(HttpServletRequest request, Set<String> names, int most) {
        return read(new ServletRequestContext(request), names, file -> whole(file, most));
    }

    static <F> UploadForm<F> read(UploadContext request, Set<String> names, Taker<F> taker) {
        try {
            FileUpload upload = new FileUpload();
            upload.setPartHeaderSizeMax(LONGEST_PART_HEADER);
            return read(upload.getItemIterator(request), names, taker);
        } catch (IOException e) {
            throw new Refusal(
                    ErrorCode.MALFORMED_ARGUMENT,
                    "The multipart form (RFC 7578) breaks off before its end or is not in its form.",
                    e);
        }
    }

    private static <F> UploadForm<F> read(FileItemIterator parts, Set<String> names, Taker<F> taker)
            throws IOException {
        Optional<F> file = Optional.empty();
        Map<String, String> fields = new HashMap<>();
        while (parts.hasNext()) {
            FileItemStream part = parts.next();
            String name = String.valueOf(part.getFieldName());
            boolean isFile = name.equals(FILE);
            if (!isFile && !names.contains(name)) {
                throw Refusal.malformed("The form has the unknown part \"" + Shown.of(name) + "\".");
            }
            if (isFile ? file.isPresent() : fields.containsKey(name)) {
                throw Refusal.malformed("The form has the part \"" + name + "\" twice.");
            }
            try (InputStream in = part.openStream()) {
                if (isFile) {
                    file = Optional.of(taker.take(in));
                } else {
                    fields.put(name, BoundedText.read("The part \"" + name + "\"", longest(name), in));
                }
            }
        }
        return new UploadForm<>(file, fields);
    }

    private static int longest(String name) {
        return switch (name) {
            case RECEIPT -> LONGEST_RECEIPT;
            case PROOF -> LONGEST_PROOF;
            default -> LONGEST_FIELD;
        };
    }

    static byte[] whole(InputStream file, int most) throws IOException {
        byte[] bytes = file.readNBytes(most + 1);
        if (bytes.length > most) {
            throw new RefusedRequest(
                    ProblemCode.TOO_LARGE,
                    "A file that is to be opened may have at most " + most + " bytes; it has more.");
        }
        if (bytes.length == 0) {
            throw new UnreadableDocument("The document is empty; a document has at least one byte.");
        }
        return bytes;
    }

    F requiredFile() {
        return file.orElseThrow(() -> Refusal.malformed("The form lacks the part \"" + FILE + "\"."));
    }

    <T> T required(String name, Function<String, T> parser) {
        return optional(name, parser).orElseThrow(() -> Refusal.malformed("The form lacks the part \"" + name + "\"."));
    }

    <T> Optional<T> optional(String name, Function<String, T> parser) {
        return Optional.ofNullable(fields.get(name)).map(parser);
    }
}
