package uz.muhr.client.web.description;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;
import uz.muhr.client.web.access.AccessTable;

/** Says of each operation whom it is for, out of the one table, and by what they show who they are. */
@Component
final class Admitted implements OperationCustomizer {
    private final AccessTable table;

    Admitted(AccessTable table) {
        this.table = table;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        Optional<String> admitted = admitted(table, method);
        operation.setDescription(operation.getDescription() + " For " + admitted.orElse("everybody") + ".");
        return admitted.isEmpty()
                ? operation.security(List.of())
                : operation
                        .addSecurityItem(new SecurityRequirement().addList("session"))
                        .addSecurityItem(new SecurityRequirement().addList("key"));
    }

    static Optional<String> admitted(AccessTable table, HandlerMethod method) {
        return table.admitted(HttpMethod.valueOf(verb(method)), mapping(method).path()[0]);
    }

    /** Whether it changes anything, so that a session's token has to come along. */
    static boolean changes(HandlerMethod method) {
        return !Set.of("GET", "HEAD").contains(verb(method));
    }

    private static String verb(HandlerMethod method) {
        return mapping(method).method()[0].name();
    }

    private static RequestMapping mapping(HandlerMethod method) {
        return Objects.requireNonNull(
                AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class));
    }
}
