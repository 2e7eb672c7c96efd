package uz.muhr.client.web;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.security.SecureRandom;
import uz.muhr.client.Client;
import uz.muhr.client.voyage.Registries;
import uz.muhr.network.script.ScriptNetwork;
import uz.muhr.protocol.identifier.MspId;

/** Agencies, customs and a carrier, each with its client, and what they did: something for every part of a page at a desk. */
final class DeskStory implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String CONTAINER = "CSQU3054383";

    private final Door chamber;
    private final Door quarantine;
    private final Door carrier;
    private final Door carrierIssuer;
    private final Door customs;

    DeskStory(ScriptNetwork network, Path folder) {
        Path profiles = network.profiles();
        chamber = Door.open(profiles, "chamber/issuer", folder.resolve("chamber"));
        quarantine = Door.open(profiles, "quarantine/issuer", folder.resolve("quarantine"));
        carrier = Door.open(
                profiles,
                "carrier/carrier",
                Registries.copied(profiles, new MspId("CarrierMSP"), folder.resolve("carrier")));
        carrierIssuer = Door.open(profiles, "carrier/issuer", folder.resolve("carrier-issuer"));
        customs = Door.open(profiles, "customs/officer", folder.resolve("customs"));
    }

    /** Whose pages are looked at. */
    Door customs() {
        return customs;
    }

    private static byte[] content() {
        byte[] content = new byte[64];
        RANDOM.nextBytes(content);
        return content;
    }

    /** The receipt of a new certificate of origin. */
    JsonObject certificate(String number) {
        return chamber.form(
                        "/api/documents",
                        Form.certificate(number)
                                .field("validUntil", "2036-12-31")
                                .file("file", content()))
                .is(201)
                .json();
    }

    /** The id of a certificate that was revoked. */
    String revoked(String number) {
        String id = certificate(number).get("document").getAsString();
        chamber.json("/api/documents/" + id + "/revocation", "{\"sequence\":1,\"reason\":\"privilegeWithdrawn\"}")
                .is(200);
        return id;
    }

    /** The id of a permit of 100 t: 40 were drawn, 5 of another line taken back, it was held and released. */
    String permit(String number) {
        String id = quarantine
                .form(
                        "/api/documents",
                        Form.of()
                                .field("type", "911")
                                .field("number", number)
                                .field("quantity", "100")
                                .field("unit", "TNE")
                                .file("file", content()))
                .is(201)
                .member("document");
        String permit = "/api/documents/" + id;
        draw(permit, 1, "40");
        String taken = draw(permit, 2, "5").member("id");
        customs.send(customs.request(permit + "/write-offs/" + taken + "/reversal")
                        .POST(BodyPublishers.noBody()))
                .is(200);
        customs.json(permit + "/hold", "{\"sequence\":0}").is(200);
        customs.json(permit + "/release", "{\"sequence\":1}").is(200);
        return id;
    }

    private Reply draw(String permit, int line, String amount) {
        return customs.json(
                        permit + "/write-offs",
                        "{\"declaration\":\"26001/010126/0000417\",\"line\":" + line + ",\"quantity\":\"" + amount
                                + "\",\"unit\":\"TNE\"}")
                .is(200);
    }

    /** The id of the document that took a permit's place. */
    String successor(String permit, String number) {
        return quarantine
                .form(
                        "/api/documents/" + permit + "/replacement",
                        Form.of().field("number", number).field("sequence", "1").file("file", content()))
                .is(201)
                .member("document");
    }

    /** The receipt of a consignment whose seal went from the carrier to customs. */
    Voyage voyage() {
        JsonObject paper = carrierIssuer
                .form(
                        "/api/documents",
                        Form.of()
                                .field("type", "705")
                                .field("number", Client.newNumber())
                                .file("file", content()))
                .is(201)
                .json();
        String receipt = carrier.json(
                        "/api/consignments",
                        "{\"ucr\":\"6UZ201234567TAS0001\",\"containers\":[\"" + CONTAINER + "\"],\"documents\":["
                                + paper + "]}")
                .is(201)
                .text();
        Voyage voyage = new Voyage(receipt, Client.newNumber());
        voyage.affix();
        voyage.act(carrier, 1, "hand-over", "to", "CustomsMSP", "place", "AZALT");
        voyage.act(customs, 2, "accept", "place", "AZALT");
        voyage.act(customs, 3, "inspect", "condition", "right", "place", "GEPTI");
        return voyage;
    }

    /** A consignment under way. */
    final class Voyage {
        private final String seal;
        private String receipt;

        private Voyage(String receipt, String seal) {
            this.receipt = receipt;
            this.seal = seal;
        }

        String receipt() {
            return receipt;
        }

        private JsonObject body() {
            JsonObject body = new JsonObject();
            body.add("receipt", JsonParser.parseString(receipt));
            return body;
        }

        private void affix() {
            JsonObject affixed = new JsonObject();
            affixed.addProperty("container", CONTAINER);
            affixed.addProperty("manufacturer", "TAMGA");
            affixed.addProperty("number", seal);
            affixed.addProperty("class", "H");
            affixed.addProperty("sealKind", "electronic");
            affixed.addProperty("party", "CA");
            affixed.add("devices", new JsonArray());
            JsonObject body = body();
            body.add("seal", affixed);
            body.addProperty("place", "UZTAS");
            receipt = carrier.json("/api/seals", body.toString())
                    .is(200)
                    .json()
                    .get("receipt")
                    .toString();
        }

        private void act(Door door, long sequence, String act, String... more) {
            JsonObject body = body();
            body.addProperty("number", seal);
            body.addProperty("sequence", sequence);
            body.addProperty("act", act);
            for (int i = 0; i < more.length; i += 2) {
                body.addProperty(more[i], more[i + 1]);
            }
            receipt = door.json("/api/seals/acts", body.toString())
                    .is(200)
                    .json()
                    .get("receipt")
                    .toString();
        }

        /** Customs finds the seal damaged. */
        void damaged() {
            JsonObject body = body();
            body.addProperty("number", seal);
            body.addProperty("sequence", 4);
            body.addProperty("condition", "damaged");
            customs.json("/api/seals/reports", body.toString()).is(200);
        }
    }

    @Override
    public void close() {
        chamber.close();
        quarantine.close();
        carrier.close();
        carrierIssuer.close();
        customs.close();
    }
}
