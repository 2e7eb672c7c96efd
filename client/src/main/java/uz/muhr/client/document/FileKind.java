package uz.muhr.client.document;

import java.nio.charset.StandardCharsets;

/** What kind of file it is, by its first bytes; its name is not asked. */
public enum FileKind {
    PDF,
    XML,
    JSON,
    /** An archive, such as the files of word processors; none is ever unpacked. */
    ZIP,
    OTHER;

    /** A PDF's header may stand a little further in (ISO 32000-1, annex H.3.4.1). */
    private static final int HEAD = 1024;

    public static FileKind of(byte[] file) {
        String head = new String(file, 0, Math.min(file.length, HEAD), StandardCharsets.ISO_8859_1);
        if (head.contains("%PDF-")) {
            return PDF;
        }
        if (head.startsWith("PK\3\4")) {
            return ZIP;
        }
        // The marks of UTF-8 and of both orders of UTF-16, and the zero half of each letter there.
        String text = head.replaceFirst("^(\u00EF\u00BB\u00BF|\u00FE\u00FF|\u00FF\u00FE)", "")
                .replace("\0", "")
                .stripLeading();
        if (text.startsWith("<")) {
            return XML;
        }
        return text.startsWith("{") || text.startsWith("[") ? JSON : OTHER;
    }
}
