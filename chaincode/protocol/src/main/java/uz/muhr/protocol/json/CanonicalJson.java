package uz.muhr.protocol.json;

import com.google.gson.JsonElement;
import com.google.gson.JsonPrimitive;
import java.util.Comparator;
import java.util.Map;

/**
 * Writes JSON in the one form of RFC 8785: members sorted by UTF-16 code units, no spaces, the shortest escapes. The
 * ledger's numbers are whole, so the part of RFC 8785 about fractions does not arise: a tree that holds one is a fault of
 * the program, and an ArithmeticException.
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
            out.append(value.getAsBigDecimal().longValueExact());
        }
    }

    /** RFC 8785 section 3.2.2.2. What needs no escape is written in one piece. */
    private static void quote(String text, StringBuilder out) {
        out.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                out.append(text, written, i).append(escaped(c));
                written = i + 1;
            }
        }
        out.append(text.substring(written)).append('"');
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            default -> "\\u00" + Character.forDigit(c >> 4, 16) + Character.forDigit(c & 15, 16);
        };
    }
}
