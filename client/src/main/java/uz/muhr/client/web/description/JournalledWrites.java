package uz.muhr.client.web.description;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import uz.muhr.client.web.problem.Journalled;

/** Adds to each write what all of them take and answer, because all pass the journal. */
@Component
final class JournalledWrites implements OperationCustomizer {
    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        if (!method.hasMethodAnnotation(Journalled.class)) {
            return operation;
        }
        operation.addParametersItem(new HeaderParameter()
                .name("Idempotency-Key")
                .description(
                        "The caller's own name for this request, 1 to 64 printable ASCII characters. The same request"
                                + " under the same key is accepted once and answered alike; another one is refused.")
                .schema(new StringSchema().pattern("^[!-~]{1,64}$"))
                .example("order-4711"));
        operation.addParametersItem(new HeaderParameter()
                .name("Prefer")
                .description("respond-async (RFC 7240): answer 202 at once, and do not wait for the ledger.")
                .schema(new StringSchema())
                .example("respond-async"));
        operation
                .getResponses()
                .addApiResponse(
                        "202",
                        new ApiResponse()
                                .description(
                                        "Accepted, and not settled yet. It will be, even if this client is ended now.")
                                .addHeaderObject(
                                        "Location",
                                        new Header()
                                                .description("Where to ask what became of it.")
                                                .schema(new StringSchema().format("uri-reference"))
                                                .example("/api/submissions/0c8f2a52-6d3b-4b0e-9a57-1f1d0a1c7e42"))
                                .content(new Content()
                                        .addMediaType(
                                                "application/json",
                                                new MediaType()
                                                        .schema(new Schema<>()
                                                                .$ref("#/components/schemas/Submission")))));
        return operation;
    }
}
