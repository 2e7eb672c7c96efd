package uz.muhr.client.web.description;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Map;

/** Holds values against the schemas of a description of the interface (JSON Schema 2020-12, formats included). */
public final class Described {
    private static final String PLACE = "https://muhr.example/openapi.json";
    private static final String COMPONENTS = "\"#/components/";

    private final SchemaRegistry registry;

    private Described(SchemaRegistry registry) {
        this.registry = registry;
    }

    /** By the components of an OpenAPI document, or of the file from which it begins. */
    public static Described by(JsonObject description) {
        JsonObject components = new JsonObject();
        components.add("components", description.get("components"));
        return new Described(SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                registry -> registry.schemas(Map.of(PLACE, components.toString()))));
    }

    /** What is wrong with a value by a schema of the description; nothing when it is valid. */
    public List<String> faults(JsonElement schema, JsonElement value) {
        return registry
                .getSchema(
                        schema.toString().replace(COMPONENTS, "\"" + PLACE + COMPONENTS.substring(1)), InputFormat.JSON)
                .validate(
                        value.toString(),
                        InputFormat.JSON,
                        context -> context.executionConfig(config -> config.formatAssertionsEnabled(true)))
                .stream()
                .map(fault -> fault.getInstanceLocation() + ": " + fault.getMessage())
                .toList();
    }
}
