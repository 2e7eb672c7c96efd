package uz.muhr.client.disclosure;

import java.util.List;
import uz.muhr.protocol.disclosure.Disclosure;

/**
 * What a disclosure shows, for a person or another program.
 *
 * @param fields those that are shown, sorted by path
 * @param hidden how many are not
 */
public record DisclosureView(String document, List<FieldView> fields, int hidden) {

    /** A field by its path, a JSON Pointer (RFC 6901). */
    public record FieldView(String path, String type, String value) {}

    public static DisclosureView of(Disclosure disclosure) {
        List<FieldView> fields = disclosure.shown().values().stream()
                .map(shown -> new FieldView(
                        shown.field().path().pointer(),
                        shown.field().type().text(),
                        shown.field().value()))
                .toList();
        return new DisclosureView(disclosure.document().hex(), fields, disclosure.count() - fields.size());
    }
}
