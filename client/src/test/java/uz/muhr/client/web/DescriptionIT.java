package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uz.muhr.network.identity.Enrolment;
import uz.muhr.network.topology.SampleTopology;
import uz.muhr.network.topology.Topology;

/** The description of the interface says all of every operation. No ledger is asked. */
@TestInstance(Lifecycle.PER_CLASS)
class DescriptionIT {
    /** An example is missing: where it comes from. */
    private static final String WHERE_EXAMPLES_STAND =
            " has no example: give its schema \"examples\" in openapi.json, or itself one where it is described";

    private Door door;
    private JsonObject description = new JsonObject();
    private DescribedAnswers described = new DescribedAnswers(nothing());

    @BeforeAll
    void open(@TempDir Path folder) {
        Topology topology = SampleTopology.topology().onFreePorts();
        Enrolment.prepare(topology, folder.resolve("home"), Clock.systemUTC());
        door = Door.open(folder.resolve("home/profiles"), "chamber", folder.resolve("data"));
        description = door.get("/api/openapi.json").is(200).json();
        described = new DescribedAnswers(description);
    }

    @AfterAll
    void close() {
        door.close();
    }

    List<String> operations() {
        return described.operations();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void anOperationSaysWhatItDoes(String id) {
        JsonObject operation = described.operation(id);
        assertTrue(operation.get("summary").getAsString().length() > 5, id);
        assertTrue(operation.get("description").getAsString().length() > 20, id);
        operation
                .getAsJsonObject("responses")
                .entrySet()
                .forEach(answer -> assertTrue(
                        answer.getValue()
                                        .getAsJsonObject()
                                        .get("description")
                                        .getAsString()
                                        .length()
                                > 5,
                        id + " " + answer.getKey()));
    }

    @ParameterizedTest
    @MethodSource("operations")
    void allThatARequestTakesIsShown(String id) {
        JsonObject operation = described.operation(id);
        if (operation.has("parameters")) {
            for (JsonElement each : operation.getAsJsonArray("parameters")) {
                JsonObject parameter = each.getAsJsonObject();
                String what = id + ", parameter " + parameter.get("name").getAsString();
                assertTrue(parameter.has("example"), what + WHERE_EXAMPLES_STAND);
                isValid(what, parameter.get("schema"), parameter.get("example"));
            }
        }
        if (operation.has("requestBody")) {
            contentIsShown(id + ", request", operation.getAsJsonObject("requestBody"));
        }
    }

    @ParameterizedTest
    @MethodSource("operations")
    void everyKindOfAnswerIsShown(String id) {
        described.operation(id).getAsJsonObject("responses").entrySet().forEach(answer -> {
            String what = id + ", answer " + answer.getKey();
            JsonObject response = answer.getValue().getAsJsonObject();
            assertEquals(!answer.getKey().equals("204"), response.has("content"), what + " has content, or is 204");
            if (response.has("content")) {
                contentIsShown(what, response);
            }
        });
    }

    /** What every request may meet: it is not HTTP in its form, nobody knows who asks, another host is meant, we fail. */
    @ParameterizedTest
    @MethodSource("operations")
    void everyAnswerThatCanHappenIsDeclared(String id) {
        JsonObject operation = described.operation(id);
        Set<String> expected = new TreeSet<>(Set.of("400", "401", "421", "500", "503"));
        if (operation.has("requestBody")) {
            expected.addAll(Set.of("408", "413", "415"));
        }
        boolean answers =
                statuses(operation).filter(status -> status.startsWith("2")).anyMatch(status -> !status.equals("204"));
        if (answers) {
            expected.add("406");
        }
        if (!operation.getAsJsonArray("security").isEmpty()) {
            expected.add("403");
        }
        Set<String> missing = new TreeSet<>(expected);
        missing.removeAll(statuses(operation).toList());
        assertEquals(Set.of(), missing, id + ": ProblemResponses declares what any operation of its kind may answer");
        assertEquals(
                operation.has("requestBody"),
                statuses(operation).anyMatch("415"::equals),
                id + " declares what cannot happen without a body");
        assertEquals(answers, statuses(operation).anyMatch("406"::equals), id);
    }

    @ParameterizedTest
    @MethodSource("operations")
    void aProblemIsOneOfThoseThatAreNamedForItsStatus(String id) {
        JsonObject responses = described.operation(id).getAsJsonObject("responses");
        statuses(described.operation(id))
                .filter(status -> status.charAt(0) >= '4')
                .forEach(status -> {
                    JsonObject problem = responses
                            .getAsJsonObject(status)
                            .getAsJsonObject("content")
                            .getAsJsonObject("application/problem+json");
                    JsonObject other = problem.getAsJsonObject("examples")
                            .entrySet()
                            .iterator()
                            .next()
                            .getValue()
                            .getAsJsonObject()
                            .getAsJsonObject("value")
                            .deepCopy();
                    other.addProperty("code", "ANOTHER");
                    assertEquals(
                            1, described.faults(problem.get("schema"), other).size(), id + " " + status);
                });
    }

    @Test
    void noOperationIsNamedTwice() {
        long there = description.getAsJsonObject("paths").entrySet().stream()
                .mapToLong(path -> path.getValue().getAsJsonObject().size())
                .sum();
        assertEquals(there, described.operations().size());
    }

    private void contentIsShown(String what, JsonObject described) {
        for (Map.Entry<String, JsonElement> content :
                described.getAsJsonObject("content").entrySet()) {
            JsonObject type = content.getValue().getAsJsonObject();
            String where = what + " " + content.getKey();
            assertTrue(type.has("examples"), where + WHERE_EXAMPLES_STAND);
            type.getAsJsonObject("examples")
                    .entrySet()
                    .forEach(example -> isValid(
                            where + ", example " + example.getKey(),
                            type.get("schema"),
                            example.getValue().getAsJsonObject().get("value")));
        }
    }

    private void isValid(String what, JsonElement schema, JsonElement example) {
        assertEquals(
                List.of(), described.faults(schema, example), what + ": mend the example, or its schema: " + example);
    }

    private static Stream<String> statuses(JsonObject operation) {
        return operation.getAsJsonObject("responses").keySet().stream();
    }

    private static JsonObject nothing() {
        JsonObject nothing = new JsonObject();
        nothing.add("paths", new JsonObject());
        nothing.add("components", new JsonObject());
        return nothing;
    }
}
