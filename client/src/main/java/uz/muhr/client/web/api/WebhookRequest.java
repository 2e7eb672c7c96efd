package uz.muhr.client.web.api;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import uz.muhr.client.register.Interest;
import uz.muhr.client.register.Position;
import uz.muhr.client.webhook.Target;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.Refusal;

/**
 * The wish to be told of events.
 *
 * @param after from where on; empty for what comes next
 */
record WebhookRequest(Target target, Interest interest, Optional<Position> after) {
    /**
     * Reads a request's JSON.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    static WebhookRequest parse(String text) {
        Members members = StrictJson.object("The webhook", text);
        Map<String, String> words = new HashMap<>();
        Interest.WORDS.forEach(
                name -> members.optionalText(name, word -> word).ifPresent(word -> words.put(name, word)));
        WebhookRequest request = new WebhookRequest(
                members.text("url", Target::parse), Interest.of(words), members.optionalText("after", Position::parse));
        members.end();
        return request;
    }
}
