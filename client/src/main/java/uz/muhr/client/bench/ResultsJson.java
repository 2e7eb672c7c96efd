package uz.muhr.client.bench;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** The results for programs: rates a second, times in milliseconds, memory in bytes. */
final class ResultsJson {
    private ResultsJson() {}

    static JsonObject of(Results results) {
        JsonObject json = new JsonObject();
        Plan plan = results.plan();
        json.addProperty("rounds", plan.rounds());
        json.addProperty("lists", plan.lists());
        json.addProperty("clients", plan.clients());
        json.addProperty("filled", plan.fill());
        json.addProperty("sent", results.sent());
        json.addProperty("valid", results.valid());
        for (Part part : Part.ALL) {
            JsonObject figures = new JsonObject();
            figures.add("perSecond", spread(results.spread(part.perSecond())));
            Latency latency = results.latency(part.measured());
            figures.add("p50", number(latency.p50()));
            figures.add("p95", number(latency.p95()));
            figures.add("p99", number(latency.p99()));
            figures.addProperty(
                    "failed",
                    results.rounds().stream()
                            .mapToInt(round -> part.measured().apply(round).failed())
                            .sum());
            json.add(part.name(), figures);
        }
        json.add("gain", spread(results.spread(Round::gain)));
        json.add("idleRatio", number(results.idleRatio()));
        JsonObject memory = new JsonObject();
        results.memory().byKind().forEach(memory::addProperty);
        json.add("memory", memory);
        return json;
    }

    private static JsonObject spread(Spread spread) {
        JsonObject json = new JsonObject();
        json.add("median", number(spread.median()));
        json.add("least", number(spread.least()));
        json.add("most", number(spread.most()));
        return json;
    }

    /** To three places; null where nothing could be measured. */
    private static JsonElement number(double value) {
        return Double.isFinite(value)
                ? new JsonPrimitive(BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP))
                : JsonNull.INSTANCE;
    }
}
