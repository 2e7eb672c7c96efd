package uz.muhr.client.cli;

import java.io.FileNotFoundException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.UUID;
import uz.muhr.client.submission.Order;
import uz.muhr.protocol.json.LedgerTime;

/** An order as a multipart form (RFC 7578); the file is read as it is sent. */
final class DocumentForm {
    private final String boundary = UUID.randomUUID().toString();
    private final Order order;

    DocumentForm(Order order) {
        this.order = order;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    /** @throws FileNotFoundException when the file is gone */
    BodyPublisher body() throws FileNotFoundException {
        StringBuilder fields = new StringBuilder();
        field(fields, "type", order.type().value());
        field(fields, "number", order.number().value());
        field(fields, "kind", order.kind().text());
        order.validity().from().ifPresent(time -> field(fields, "validFrom", LedgerTime.write(time)));
        order.validity().until().ifPresent(time -> field(fields, "validUntil", LedgerTime.write(time)));
        order.quantity().ifPresent(quantity -> {
            field(fields, "quantity", quantity.amount().toString());
            field(fields, "unit", quantity.unit().value());
        });
        fields.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"file\"; filename=\"document\"\r\n\r\n");
        return BodyPublishers.concat(
                text(fields.toString()),
                BodyPublishers.ofFile(Path.of(order.name())),
                text("\r\n--" + boundary + "--\r\n"));
    }

    private void field(StringBuilder form, String name, String value) {
        form.append("--")
                .append(boundary)
                .append("\r\nContent-Disposition: form-data; name=\"")
                .append(name)
                .append("\"\r\n\r\n")
                .append(value)
                .append("\r\n");
    }

    private static BodyPublisher text(String text) {
        return BodyPublishers.ofByteArray(text.getBytes(StandardCharsets.UTF_8));
    }
}
