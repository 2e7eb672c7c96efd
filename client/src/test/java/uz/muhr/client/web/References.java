package uz.muhr.client.web;

import com.google.gson.JsonElement;
import java.util.stream.Stream;

/** The names of the schemas that a description refers to. */
final class References {
    private static final String SCHEMAS = "#/components/schemas/";

    private References() {}

    static Stream<String> in(JsonElement json) {
        if (json.isJsonArray()) {
            return json.getAsJsonArray().asList().stream().flatMap(References::in);
        }
        if (!json.isJsonObject()) {
            return Stream.empty();
        }
        return json.getAsJsonObject().entrySet().stream()
                .flatMap(member -> member.getKey().equals("$ref")
                        ? Stream.of(member.getValue().getAsString().substring(SCHEMAS.length()))
                        : in(member.getValue()));
    }
}
