package uz.muhr.client.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Puts another file in a document's place, and is answered with that file's receipt. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@ApiResponse(
        responseCode = "201",
        description = "Anchored; the receipt of the new file.",
        content = @Content(mediaType = APPLICATION_JSON_VALUE, schema = @Schema(ref = "#/components/schemas/Receipt")))
@ApiResponse(
        responseCode = "200",
        description = "Done by an earlier request; the same receipt.",
        content = @Content(mediaType = APPLICATION_JSON_VALUE, schema = @Schema(ref = "#/components/schemas/Receipt")))
@interface AnswersWithReceipt {}
