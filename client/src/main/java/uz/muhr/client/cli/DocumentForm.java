package uz.muhr.client.cli;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import uz.muhr.client.document.UnreadableDocument;
import uz.muhr.client.submission.Order;
import uz.muhr.protocol.json.LedgerTime;

/** An order as a multipart form (RFC 7578); the file is read as it is sent. */
final class DocumentForm {
    private final String boundary = UUID.randomUUID().toString();
    private final Map<String, String> fields = new LinkedHashMap<>();
    private final Order order;

    private DocumentForm(Order order) {
        this.order = order;
        fields.put("number", order.number().value());
        fields.put("kind", order.binder().kind().text());
        order.validity().from().ifPresent(time -> fields.put("validFrom", LedgerTime.write(time)));
        order.validity().until().ifPresent(time -> fields.put("validUntil", LedgerTime.write(time)));
    }

    /** Of a document that is to be anchored. */
    static DocumentForm anchored(Order order) {
        DocumentForm form = new DocumentForm(order);
        form.fields.put("type", order.type().value());
        order.quantity().ifPresent(quantity -> {
            form.fields.put("quantity", quantity.amount().toString());
            form.fields.put("unit", quantity.unit().value());
        });
        return form;
    }

    /**
     * Of a document that is to take another's place, whose type it has.
     *
     * @param expected the version of the other's record
     */
    static DocumentForm placed(Order order, long expected) {
        DocumentForm form = new DocumentForm(order);
        form.fields.put("sequence", Long.toString(expected));
        return form;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** @throws UnreadableDocument when the file is gone */
    BodyPublisher body() {
        StringBuilder start = new StringBuilder();
        fields.forEach((name, value) ->
                start.append(part("\"" + name + "\"")).append(value).append("\r\n"));
        start.append(part("\"file\"; filename=\"document\""));
        try {
            return BodyPublishers.concat(
                    text(start.toString()),
                    BodyPublishers.ofFile(Path.of(order.name())),
                    text("\r\n--" + boundary + "--\r\n"));
        } catch (FileNotFoundException e) {
            throw new UnreadableDocument(order.name() + " was there and is gone.", e);
        }
    }

    private String part(String name) {
        return "--" + boundary + "\r\nContent-Disposition: form-data; name=" + name + "\r\n\r\n";
    }

    private static BodyPublisher text(String text) {
        return BodyPublishers.ofByteArray(text.getBytes(StandardCharsets.UTF_8));
    }
}
