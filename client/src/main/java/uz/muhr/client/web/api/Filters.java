package uz.muhr.client.web.api;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.Parameters;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import uz.muhr.client.register.SearchText;
import uz.muhr.client.tally.TallyQuestion;

/** The words of a query that ask for the same, whether the answer is JSON or a table. */
final class Filters {
    private Filters() {}

    /** Which documents. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Parameters({
        @Parameter(name = SearchText.TYPE, in = ParameterIn.QUERY, schema = @Schema(ref = "#/components/schemas/Type")),
        @Parameter(
                name = SearchText.ISSUER,
                in = ParameterIn.QUERY,
                schema = @Schema(ref = "#/components/schemas/Issuer")),
        @Parameter(
                name = SearchText.STATUS,
                in = ParameterIn.QUERY,
                description = "As stored: of the current version, or of the one that stood at validAt.",
                schema = @Schema(ref = "#/components/schemas/StoredStatus")),
        @Parameter(
                name = SearchText.VALID_AT,
                in = ParameterIn.QUERY,
                description = "The version that stood at this time was within its validity; it is that version"
                        + " that is shown. A date means its last second.",
                schema = @Schema(ref = "#/components/schemas/DateOrTime")),
        @Parameter(
                name = SearchText.NUMBER,
                in = ParameterIn.QUERY,
                description = "Under whichever issuer and type.",
                schema = @Schema(ref = "#/components/schemas/Number")),
        @Parameter(
                name = SearchText.COMMITMENT,
                in = ParameterIn.QUERY,
                description = "The commitment to a content that any version holds or held.",
                schema = @Schema(ref = "#/components/schemas/Hash")),
        @Parameter(
                name = SearchText.ANCHORED_FROM,
                in = ParameterIn.QUERY,
                description = "Anchored at this time or later.",
                schema = @Schema(ref = "#/components/schemas/DateOrTime")),
        @Parameter(
                name = SearchText.ANCHORED_UNTIL,
                in = ParameterIn.QUERY,
                description = "Anchored at this time or earlier.",
                schema = @Schema(ref = "#/components/schemas/DateOrTime"))
    })
    @interface OfDocuments {}

    /** Which counts of anchored documents. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Parameters({
        @Parameter(
                name = SearchText.ISSUER,
                in = ParameterIn.QUERY,
                schema = @Schema(ref = "#/components/schemas/Issuer")),
        @Parameter(
                name = SearchText.ANCHORED_FROM,
                in = ParameterIn.QUERY,
                description = "The first day.",
                schema = @Schema(ref = "#/components/schemas/DateOrTime")),
        @Parameter(
                name = SearchText.ANCHORED_UNTIL,
                in = ParameterIn.QUERY,
                description = "The last day; today, when it is left out.",
                schema = @Schema(ref = "#/components/schemas/DateOrTime"))
    })
    @interface OfCounts {}

    /** Which of what this client counted. */
    @Target(ElementType.METHOD)
    @Retention(RetentionPolicy.RUNTIME)
    @Parameters({
        @Parameter(
                name = TallyQuestion.FROM,
                in = ParameterIn.QUERY,
                description = "The first day.",
                schema = @Schema(ref = "#/components/schemas/DateOrTime")),
        @Parameter(
                name = TallyQuestion.UNTIL,
                in = ParameterIn.QUERY,
                description = "The last day; today, when it is left out.",
                schema = @Schema(ref = "#/components/schemas/DateOrTime"))
    })
    @interface OfTallies {}
}
