package uz.muhr.client.stamp;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;

/**
 * What a stamp says.
 *
 * @param page where people verify documents, such as {@code https://verify.chamber.example/}
 */
public record Mark(MspId issuer, TypeCode type, DocumentNumber number, VerifyPage page) {
    /** Where this document is verified. */
    URI link() {
        return URI.create(page.address() + "?number=" + encoded(number.value()) + "&issuer=" + encoded(issuer.value())
                + "&type=" + encoded(type.value()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
