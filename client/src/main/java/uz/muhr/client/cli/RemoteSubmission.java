package uz.muhr.client.cli;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import uz.muhr.client.commitment.Receipt;
import uz.muhr.client.commitment.ReceiptText;
import uz.muhr.client.submission.Order;
import uz.muhr.client.submission.Outcome;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * Submits through a running client, in its name. What it accepted it anchors even if this command is ended, and documents
 * that are submitted together share transactions.
 */
final class RemoteSubmission {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long BETWEEN_QUESTIONS_MILLIS = 100;

    private final ServerAddress server;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    RemoteSubmission(ServerAddress server) {
        this.server = server;
    }

    /** Something that was said to an order: an outcome, or the submission that was accepted. */
    private record Said(Order order, Optional<Outcome> outcome, JsonObject submission) {
        static Said of(Outcome outcome) {
            return new Said(outcome.order(), Optional.of(outcome), new JsonObject());
        }
    }

    /**
     * Submits orders; each gets its own outcome, and its receipt is written beside the file.
     *
     * @return in the order given
     */
    List<Outcome> submit(List<Order> orders) {
        List<Said> accepted = new ArrayList<>();
        orders.forEach(order -> accepted.add(post(order)));
        return accepted.stream()
                .map(said -> said.outcome.orElseGet(() -> ended(said.order, said.submission)))
                .toList();
    }

    private Said post(Order order) {
        try {
            DocumentForm form = new DocumentForm(order);
            HttpResponse<String> answer = send(HttpRequest.newBuilder(server.at("/api/documents"))
                    .header("Content-Type", form.contentType())
                    .header("Prefer", "respond-async")
                    .POST(form.body()));
            return switch (answer.statusCode()) {
                case 200, 201 -> Said.of(anchored(order, answer.body(), answer.statusCode() == 200));
                case 202 -> new Said(order, Optional.empty(), json(answer));
                default -> Said.of(refused(order, json(answer), "detail"));
            };
        } catch (IOException | JsonParseException | IllegalStateException e) {
            return Said.of(new Outcome.NotSent(order, server.silence()));
        }
    }

    /** Asks until it is settled, or no longer. */
    private Outcome ended(Order order, JsonObject submission) {
        String where = "/api/submissions/" + submission.get("id").getAsString();
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            JsonObject now = submission;
            while (now.get("state").getAsString().equals("RECEIVED") && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(BETWEEN_QUESTIONS_MILLIS);
                now = json(send(HttpRequest.newBuilder(server.at(where))));
            }
            return switch (now.get("state").getAsString()) {
                case "ANCHORED" -> anchored(order, now.get("receipt").toString(), false);
                case "REFUSED" -> refused(order, now, "reason");
                default -> waits(order, where);
            };
        } catch (IOException | JsonParseException | IllegalStateException | NullPointerException e) {
            return waits(order, where);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return waits(order, where);
        }
    }

    private Outcome.Unknown waits(Order order, String where) {
        return new Outcome.Unknown(
                order, "It is accepted and will be settled; " + server.at(where) + " says how, or submit again.");
    }

    private static Outcome refused(Order order, JsonObject answer, String sentence) {
        String said = answer.get(sentence).getAsString();
        String code = answer.get("code").getAsString();
        for (ErrorCode known : ErrorCode.values()) {
            if (known.name().equals(code)) {
                return new Outcome.Refused(order, new Refusal(known, said));
            }
        }
        return new Outcome.NotSent(order, said);
    }

    private static Outcome anchored(Order order, String text, boolean before) {
        Receipt receipt = ReceiptText.parse(text);
        if (!receipt.fingerprint().equals(order.fingerprint())) {
            throw Refusal.malformed(order.name() + " was changed while it was submitted.");
        }
        if (!order.receipt().create(receipt) && !order.receipt().read().equals(Optional.of(receipt))) {
            return new Outcome.Refused(
                    order,
                    new Refusal(
                            ErrorCode.DOCUMENT_EXISTS,
                            "It is anchored, but " + order.receipt().name()
                                    + " is another receipt; move that away and submit again."));
        }
        return new Outcome.Anchored(order, receipt, before);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return http.send(request.timeout(PATIENCE).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static JsonObject json(HttpResponse<String> answer) {
        return JsonParser.parseString(answer.body()).getAsJsonObject();
    }
}
