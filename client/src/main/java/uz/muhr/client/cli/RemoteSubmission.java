package uz.muhr.client.cli;

import com.google.gson.JsonElement;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import uz.muhr.client.commitment.Receipt;
import uz.muhr.client.commitment.ReceiptText;
import uz.muhr.client.document.UnreadableDocument;
import uz.muhr.client.submission.Order;
import uz.muhr.client.submission.Outcome;
import uz.muhr.client.verification.RecordView;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** Brings documents onto the ledger through a running client; the receipt of each is written beside its file. */
final class RemoteSubmission {
    private static final int DONE_BEFORE = 200;

    private final Server server;

    RemoteSubmission(Server server) {
        this.server = server;
    }

    /** How an order ends, once that is asked for; it may be a failure. */
    private record Said(Order order, Supplier<Outcome> end) {}

    /**
     * Anchors documents; those that are submitted together share transactions.
     *
     * @return in the order given
     */
    List<Outcome> submit(List<Order> orders) {
        List<Said> said = orders.stream()
                .map(order -> post(order, "/api/documents", DocumentForm.anchored(order)))
                .toList();
        return said.stream().map(RemoteSubmission::outcome).toList();
    }

    /** Puts a document in the place of the one that the path names. */
    Outcome place(Order order, String path, long expected) {
        return outcome(post(order, path, DocumentForm.placed(order, expected)));
    }

    private Said post(Order order, String path, DocumentForm form) {
        try {
            Optional<Receipt> earlier = order.receipt().read().filter(receipt -> isOf(order, receipt));
            if (earlier.filter(this::isOnTheLedger).isPresent()) {
                return new Said(order, () -> new Outcome.Anchored(order, earlier.get(), true));
            }
            Server.Answer answer = server.post(path, form.contentType(), form.body());
            return new Said(order, () -> anchored(order, receipt(answer), answer.status() == DONE_BEFORE));
        } catch (Refusal | UnreadableDocument | ServerUnavailableException e) {
            return new Said(order, () -> {
                throw e;
            });
        }
    }

    private static boolean isOf(Order order, Receipt receipt) {
        return receipt.place().isPresent()
                && receipt.fingerprint().equals(order.fingerprint())
                && receipt.type().equals(order.type())
                && receipt.number().equals(order.number());
    }

    private boolean isOnTheLedger(Receipt receipt) {
        try {
            String path = "/api/documents/" + receipt.documentId().hex() + "/history";
            return Arrays.stream(server.get(path, Map.of(), RecordView[].class))
                    .anyMatch(version ->
                            version.commitment().equals(receipt.commitment().hex()));
        } catch (Refusal refusal) {
            if (refusal.code() == ErrorCode.UNKNOWN_DOCUMENT) {
                return false;
            }
            throw refusal;
        }
    }

    private Receipt receipt(Server.Answer answer) {
        JsonElement receipt = answer.accepted() ? server.settled(answer).get("receipt") : answer.json();
        return ReceiptText.parse(String.valueOf(receipt));
    }

    private static Outcome outcome(Said said) {
        try {
            return said.end.get();
        } catch (Refusal e) {
            return new Outcome.Refused(said.order, e);
        } catch (UnreadableDocument e) {
            return new Outcome.NotSent(said.order, String.valueOf(e.getMessage()));
        } catch (ServerUnavailableException e) {
            return e.mayHaveTakenIt()
                    ? new Outcome.Unknown(said.order, e.sentence())
                    : new Outcome.NotSent(said.order, e.sentence());
        }
    }

    private static Outcome anchored(Order order, Receipt receipt, boolean before) {
        if (!receipt.fingerprint().equals(order.fingerprint())) {
            throw Refusal.malformed(order.name() + " was changed while it was submitted.");
        }
        if (!order.receipt().create(receipt) && !order.receipt().read().equals(Optional.of(receipt))) {
            throw new Refusal(
                    ErrorCode.DOCUMENT_EXISTS,
                    "It is anchored, but " + order.receipt().name()
                            + " is another receipt; move that away and submit again.");
        }
        return new Outcome.Anchored(order, receipt, before);
    }
}
