package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;

/** What the server answered. */
record Reply(HttpResponse<String> response) {
    int status() {
        return response.statusCode();
    }

    String text() {
        return response.body();
    }

    JsonObject json() {
        return JsonParser.parseString(text()).getAsJsonObject();
    }

    JsonArray list() {
        return JsonParser.parseString(text()).getAsJsonArray();
    }

    String member(String name) {
        return json().get(name).getAsString();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    Reply is(int status) {
        assertEquals(status, status(), text());
        return this;
    }

    /** A verdict, and the code of its decisive reason or nothing. */
    void says(String verdict, String reason) {
        is(200);
        assertEquals(verdict, member("verdict"), text());
        JsonArray reasons = json().getAsJsonArray("reasons");
        assertEquals(
                reason,
                reasons.isEmpty()
                        ? ""
                        : reasons.get(0).getAsJsonObject().get("code").getAsString(),
                text());
    }

    /** A problem in the one form that all problems have, which tells nothing of this computer. */
    Reply refuses(int status, String code) {
        is(status);
        assertEquals("application/problem+json", header("Content-Type"));
        assertEquals(code, member("code"), text());
        assertEquals(status, json().get("status").getAsInt());
        assertEquals("about:blank", member("type"));
        assertEquals(5, json().size(), text());
        assertFalse(member("detail").isBlank());
        assertFalse(text().contains("Exception") || text().contains("uz.muhr") || text().contains("/tmp"), text());
        return this;
    }
}
