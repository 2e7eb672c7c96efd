package uz.muhr.client.web.description;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import uz.muhr.client.web.access.AccessTable;
import uz.muhr.client.web.problem.Problem;
import uz.muhr.client.web.problem.ProblemCode;
import uz.muhr.client.web.problem.Problems;

/** Adds to each operation what it may be refused with, out of the one table of problems. */
@Component
final class ProblemResponses implements OperationCustomizer {
    private final AccessTable table;

    ProblemResponses(AccessTable table) {
        this.table = table;
    }

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        SortedMap<Integer, List<ProblemCode>> byStatus = new TreeMap<>();
        codes(operation, method)
                .forEach(code -> byStatus.computeIfAbsent(code.status().value(), status -> new ArrayList<>())
                        .add(code));
        byStatus.forEach(
                (status, codes) -> operation.getResponses().addApiResponse(status.toString(), response(status, codes)));
        return operation;
    }

    private Set<ProblemCode> codes(Operation operation, HandlerMethod method) {
        Set<ProblemCode> codes = EnumSet.noneOf(ProblemCode.class);
        MergedAnnotations.from(method.getMethod()).stream(Problems.class)
                .forEach(named -> codes.addAll(List.of(named.getEnumArray("value", ProblemCode.class))));
        if (operation.getRequestBody() != null) {
            codes.add(ProblemCode.MEDIA_TYPE_REFUSED);
            codes.add(ProblemCode.TOO_LARGE);
            codes.add(ProblemCode.TOO_SLOW);
        }
        if (operation.getResponses().values().stream().anyMatch(response -> response.getContent() != null)) {
            codes.add(ProblemCode.ANSWER_REFUSED);
        }
        // What is not HTTP in its form is refused before it reaches any operation.
        codes.add(ProblemCode.MALFORMED_ARGUMENT);
        // Whoever shows a key that does not stand, or a session's cookie without its token, is refused everywhere.
        codes.add(ProblemCode.NOT_SIGNED_IN);
        codes.add(ProblemCode.ACCESS_UNAVAILABLE);
        if (Admitted.changes(method)) {
            codes.add(ProblemCode.TOKEN_MISSING);
            codes.add(ProblemCode.FOREIGN_SITE);
        }
        if (Admitted.admitted(table, method).isPresent()) {
            codes.add(ProblemCode.NOT_PERMITTED);
        }
        codes.add(ProblemCode.FOREIGN_HOST);
        codes.add(ProblemCode.INTERNAL_ERROR);
        return codes;
    }

    /** A problem, with one of these codes and no other. */
    private static Schema<?> ofThese(List<ProblemCode> codes) {
        StringSchema code = new StringSchema();
        codes.forEach(one -> code.addEnumItem(one.name()));
        return new Schema<>()
                .addAllOfItem(new Schema<>().$ref("#/components/schemas/Problem"))
                .addAllOfItem(new Schema<>().addProperty("code", code));
    }

    private static ApiResponse response(int status, List<ProblemCode> codes) {
        MediaType problem = new MediaType().schema(ofThese(codes));
        codes.forEach(code -> problem.addExamples(
                code.name(),
                new Example().value(Problem.of(code, code.meaning())).summary(code.meaning())));
        ApiResponse response = new ApiResponse()
                .description(codes.stream()
                        .map(code -> code.name() + ": " + code.meaning())
                        .collect(Collectors.joining(" ")))
                .content(new Content().addMediaType("application/problem+json", problem));
        if (status == 503 || status == 429 || status == 408) {
            response.addHeaderObject(
                    "Retry-After",
                    new Header()
                            .description("Seconds to wait before the same request again.")
                            .schema(new StringSchema().pattern("^[1-9][0-9]*$"))
                            .example("5"));
        }
        return response;
    }
}
