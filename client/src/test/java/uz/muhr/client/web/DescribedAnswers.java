package uz.muhr.client.web;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import uz.muhr.client.web.description.Described;

/** What a client's own description says of its operations, by their ids. */
final class DescribedAnswers {
    private final Map<String, JsonObject> operations = new TreeMap<>();
    private final Described schemas;

    /** @param description as /api/openapi.json answers it */
    DescribedAnswers(JsonObject description) {
        schemas = Described.by(description);
        description
                .getAsJsonObject("paths")
                .entrySet()
                .forEach(path -> path.getValue().getAsJsonObject().entrySet().forEach(method -> {
                    JsonObject operation = method.getValue().getAsJsonObject();
                    operations.put(operation.get("operationId").getAsString(), operation);
                }));
    }

    /** All ids, none twice. */
    List<String> operations() {
        return List.copyOf(operations.keySet());
    }

    JsonObject operation(String id) {
        return Objects.requireNonNull(operations.get(id), id);
    }

    /** What is wrong with an answer of an operation that is JSON. */
    List<String> faults(String id, int status, JsonElement answer) {
        JsonObject responses = operation(id).getAsJsonObject("responses");
        if (!responses.has(Integer.toString(status))) {
            return List.of("status " + status + " is not declared");
        }
        JsonObject content = responses.getAsJsonObject(Integer.toString(status)).getAsJsonObject("content");
        return Stream.of("application/json", "application/problem+json")
                .filter(content::has)
                .flatMap(type -> schemas.faults(content.getAsJsonObject(type).get("schema"), answer).stream())
                .toList();
    }

    /** What is wrong with a value by a schema within the description. */
    List<String> faults(JsonElement schema, JsonElement value) {
        return schemas.faults(schema, value);
    }
}
