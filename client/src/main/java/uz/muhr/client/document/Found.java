package uz.muhr.client.document;

/**
 * What a document says, and where.
 *
 * @param value a code, a number in the one form in which numbers are compared, a name, or a date such as 2026-11-26
 * @param where for a person, such as {@code SPSExchangedDocument/ID}
 */
public record Found(String value, String where) {}
