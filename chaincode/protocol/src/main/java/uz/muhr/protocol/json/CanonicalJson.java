package uz.muhr.protocol.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.Comparator;
import java.util.Map;

/**
 * Writes JSON in the one form of RFC 8785: members sorted by UTF-16 code units, no spaces, the shortest escapes. The
 * ledger's numbers are whole, so the part of RFC 8785 about fractions does not arise.
 */
public final class CanonicalJson {
    private CanonicalJson() {}

    public static String write(JsonElement value) {
        StringBuilder out = new StringBuilder();
        write(value, out);
        return out.toString();
    }

    private static void write(JsonElement value, StringBuilder out) {
        if (value.isJsonObject()) {
            String separator = "";
            out.append('{');
            for (Map.Entry<String, JsonElement> member : value.getAsJsonObject().entrySet().stream()
                    .sorted(Comparator.comparing(Map.Entry::getKey))
                    .toList()) {
                quote(member.getKey(), out.append(separator));
                write(member.getValue(), out.append(':'));
                separator = ",";
            }
            out.append('}');
        } else if (value.isJsonArray()) {
            String separator = "";
            out.append('[');
            for (JsonElement item : value.getAsJsonArray()) {
                write(item, out.append(separator));
                separator = ",";
            }
            out.append(']');
        } else {
            writePrimitive(value.getAsJsonPrimitive(), out);
        }
    }

    private static void writePrimitive(JsonPrimitive value, StringBuilder out) {
        if (value.isString()) {
            quote(value.getAsString(), out);
        } else if (value.isBoolean()) {
            out.append(value.getAsBoolean());
        } else {
            out.append(value.getAsLong());
        }
    }

    /** RFC 8785 section 3.2.2.2. */
    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < ' ') {
                        out.append("\\u00")
                                .append(Character.forDigit(c >> 4, 16))
                                .append(Character.forDigit(c & 15, 16));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }
}
