package uz.muhr.client.web;

import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** Certificates of origin that the chamber issues, each of its own number and content. */
record Papers(Door chamber, String series, AtomicInteger count) {
    static Papers of(Door chamber, String series) {
        return new Papers(chamber, series, new AtomicInteger());
    }

    byte[] content() {
        return (series + " content " + count.incrementAndGet()).getBytes(StandardCharsets.UTF_8);
    }

    /** The receipt. */
    String anchor(byte[] file, String kind) {
        return chamber.form(
                        "/api/documents",
                        Form.of()
                                .field("type", "861")
                                .field("number", series + "-" + count.incrementAndGet())
                                .field("validUntil", "2036-12-31")
                                .field("kind", kind)
                                .file("file", file))
                .is(201)
                .text();
    }

    void revoke(String receipt) {
        chamber.json(
                        "/api/documents/" + member(receipt, "document") + "/revocation",
                        "{\"sequence\":1,\"reason\":\"privilegeWithdrawn\"}")
                .is(200);
    }

    /** The address that stands on the document. */
    static String link(String host, String receipt) {
        return host + "/?number=" + number(receipt) + "&issuer=ChamberMSP&type=861";
    }

    static String number(String receipt) {
        return member(receipt, "number");
    }

    private static String member(String receipt, String name) {
        return JsonParser.parseString(receipt).getAsJsonObject().get(name).getAsString();
    }
}
