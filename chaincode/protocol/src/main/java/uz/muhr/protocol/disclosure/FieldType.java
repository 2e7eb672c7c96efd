package uz.muhr.protocol.disclosure;

import java.util.Locale;
import java.util.regex.Pattern;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/** What a field is, and the one form in which its value is written. */
public enum FieldType {
    /** An object of JSON; its value is empty, its members are fields of their own. */
    OBJECT(""),
    /** A list of JSON; its value is how many items it has. */
    ARRAY("0|[1-9][0-9]{0,4}"),
    /** Text, as it reads once escapes are undone; not normalised. */
    STRING("(?s).*"),
    /** A number of JSON (RFC 8259 section 6), as it is written: 1.50 and 1.5 are two values. */
    NUMBER("-?(0|[1-9][0-9]*)([.][0-9]+)?([eE][+-]?[0-9]+)?"),
    BOOLEAN("true|false"),
    /** Nothing, said in so many words; its value is empty. */
    NULL(""),
    /** An element of XML, or the document that holds the outermost; its value is its namespace, which may be empty. */
    ELEMENT("(?s).*"),
    /** An attribute of XML. */
    ATTRIBUTE("(?s).*"),
    /** The text of an element of XML. */
    TEXT("(?s).*");

    private final Pattern form;

    FieldType(String form) {
        this.form = Pattern.compile(form);
    }

    boolean takes(String value) {
        return form.matcher(value).matches();
    }

    boolean isOfXml() {
        return this == ELEMENT || this == ATTRIBUTE || this == TEXT;
    }

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public static FieldType parse(String text) {
        for (FieldType type : values()) {
            if (type.text().equals(text)) {
                return type;
            }
        }
        throw Refusal.malformed("There is no type of field \"" + Shown.of(text) + "\".");
    }
}
