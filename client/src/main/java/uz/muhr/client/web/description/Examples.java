package uz.muhr.client.web.description;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.stereotype.Component;

/**
 * Shows at each parameter, request and answer the examples that stand with its schema, so that each is written once. Where
 * something has an example of its own, that stays.
 */
@SuppressWarnings("rawtypes") // So the library's model gives its schemas.
@Component
final class Examples implements OpenApiCustomizer {
    private static final String NAMED = "#/components/schemas/";

    @Override
    public void customise(OpenAPI api) {
        Map<String, Schema> schemas = api.getComponents().getSchemas();
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .forEach(operation -> show(operation, schemas));
    }

    private static void show(Operation operation, Map<String, Schema> schemas) {
        for (Parameter parameter :
                Optional.ofNullable(operation.getParameters()).orElse(List.of())) {
            if (parameter.getExample() == null) {
                of(parameter.getSchema(), schemas).stream().findFirst().ifPresent(parameter::setExample);
            }
        }
        if (operation.getRequestBody() != null) {
            show(operation.getRequestBody().getContent(), schemas);
        }
        operation.getResponses().values().forEach(response -> show(response.getContent(), schemas));
    }

    private static void show(@Nullable Content content, Map<String, Schema> schemas) {
        if (content == null) {
            return;
        }
        for (MediaType type : content.values()) {
            if (type.getExamples() == null) {
                int turn = 0;
                for (Object example : of(type.getSchema(), schemas)) {
                    type.addExamples(Integer.toString(++turn), new Example().value(example));
                }
            }
        }
    }

    /** All that a schema shows; of a list, one of each that its items show. */
    private static List<?> of(Schema<?> schema, Map<String, Schema> schemas) {
        if (schema.get$ref() != null) {
            String name = schema.get$ref().substring(NAMED.length());
            return of(Objects.requireNonNull(schemas.get(name), name), schemas);
        }
        if (schema.getExamples() != null) {
            return schema.getExamples();
        }
        if (schema.getItems() != null) {
            return List.of(of(schema.getItems(), schemas));
        }
        return Stream.of(
                        Optional.ofNullable(schema.getDefault()).stream(),
                        Optional.ofNullable(schema.getEnum()).stream().flatMap(List::stream))
                .flatMap(one -> one)
                .limit(1)
                .toList();
    }
}
