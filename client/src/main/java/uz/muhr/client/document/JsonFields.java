package uz.muhr.client.document;

import com.google.gson.Strictness;
import com.google.gson.stream.JsonReader;
import com.google.gson.stream.JsonToken;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import uz.muhr.protocol.disclosure.Field;
import uz.muhr.protocol.disclosure.FieldPath;
import uz.muhr.protocol.disclosure.FieldType;
import uz.muhr.protocol.json.Shown;

/**
 * JSON as RFC 8259 writes it and no looser. Each object, list and value is a field under its JSON Pointer (RFC 6901). Text is
 * taken as it reads, not normalised, because two readers may know two versions of Unicode; numbers as they are written, because
 * two readers may round differently. Depth is bounded by that of a path.
 */
final class JsonFields {
    private final String name;
    private final JsonReader reader;
    private final List<Field> fields = new ArrayList<>();

    private JsonFields(String name, JsonReader reader) {
        this.name = name;
        this.reader = reader;
    }

    static List<Field> of(String name, byte[] bytes) {
        try (JsonReader reader = new JsonReader(new StringReader(text(name, bytes)))) {
            reader.setStrictness(Strictness.STRICT);
            JsonFields read = new JsonFields(name, reader);
            read.read(FieldPath.ROOT);
            if (reader.peek() != JsonToken.END_DOCUMENT) {
                throw new UnreadableDocument(name + " has text after its end.");
            }
            return read.fields;
        } catch (IOException | IllegalStateException | NumberFormatException e) {
            throw new UnreadableDocument(name + " begins like JSON, and is none (RFC 8259).", e);
        }
    }

    private static String text(String name, byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnreadableDocument(name + " begins like JSON, and is not UTF-8 text.", e);
        }
    }

    private void read(FieldPath path) throws IOException {
        switch (reader.peek()) {
            case BEGIN_OBJECT -> readObject(path);
            case BEGIN_ARRAY -> readArray(path);
            case STRING -> add(path, FieldType.STRING, reader.nextString());
            case NUMBER -> add(path, FieldType.NUMBER, reader.nextString());
            case BOOLEAN -> add(path, FieldType.BOOLEAN, String.valueOf(reader.nextBoolean()));
            case NULL -> {
                reader.nextNull();
                add(path, FieldType.NULL, "");
            }
            case END_OBJECT, END_ARRAY, NAME, END_DOCUMENT ->
                throw new UnreadableDocument(name + " has nothing where a value has to be.");
        }
    }

    private void readObject(FieldPath path) throws IOException {
        add(path, FieldType.OBJECT, "");
        Set<String> members = new HashSet<>();
        reader.beginObject();
        while (reader.hasNext()) {
            String member = reader.nextName();
            if (!members.add(member)) {
                throw new UnreadableDocument(
                        name + " has the member \"" + Shown.of(member) + "\" twice in one object.");
            }
            read(path.then(member));
        }
        reader.endObject();
    }

    private void readArray(FieldPath path) throws IOException {
        int items = 0;
        reader.beginArray();
        while (reader.hasNext()) {
            read(path.then(String.valueOf(items)));
            items++;
        }
        reader.endArray();
        add(path, FieldType.ARRAY, String.valueOf(items));
    }

    private void add(FieldPath path, FieldType type, String value) {
        fields.add(new Field(path, type, value));
    }
}
