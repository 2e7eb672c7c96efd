package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.TestNetwork;
import uz.muhr.network.script.ScriptNetwork;

/** Deciding together over HTTP: three organisations' registrars, each at its own client. */
@TestInstance(Lifecycle.PER_CLASS)
@Tag("ledger")
@ExtendWith(TestNetwork.class)
class AuthorityRestIT {
    private static final String PROPOSALS = "/api/proposals";

    private final Door customs;
    private final Door chamber;
    private final Door quarantine;
    private final List<Door> doors;

    AuthorityRestIT(ScriptNetwork network, @TempDir Path folder) {
        customs = Door.open(network.profiles(), "customs/registrar", folder.resolve("customs"));
        chamber = Door.open(network.profiles(), "chamber/registrar", folder.resolve("chamber"));
        quarantine = Door.open(network.profiles(), "quarantine/registrar", folder.resolve("quarantine"));
        doors = List.of(customs, chamber, quarantine);
    }

    @AfterAll
    void close() {
        doors.forEach(Door::close);
    }

    @Test
    void aProposalIsMadeSeenApprovedAndTakesEffect() {
        Reply made = customs.json(PROPOSALS, grant("331", 0)).is(200);
        String id = made.member("id");
        assertFalse(made.json().get("effective").getAsBoolean());
        assertEquals("CarrierMSP", made.member("organisation"));
        assertEquals(made.json(), chamber.get(PROPOSALS + "/" + id).is(200).json());
        assertTrue(chamber.get("/api/organisations/CustomsMSP/proposals")
                .is(200)
                .list()
                .contains(made.json()));

        assertFalse(approve(chamber, id).is(200).json().get("effective").getAsBoolean());
        Reply carried = approve(quarantine, id).is(200);
        assertTrue(carried.json().get("effective").getAsBoolean());
        assertEquals(3, carried.json().getAsJsonArray("approvals").size());
        assertFalse(
                chamber.get("/api/organisations/CustomsMSP/proposals").list().contains(made.json()));
        JsonObject authority = authority("331");
        assertEquals(id, authority.get("proposal").getAsString());
        assertEquals(1, authority.get("sequence").getAsLong());
    }

    @Test
    void anOrganisationCountsOnceAndAVersionIsNamed() {
        String id = customs.json(PROPOSALS, grant("332", 0)).is(200).member("id");
        customs.json(PROPOSALS, grant("332", 0)).refuses(409, "PROPOSAL_EXISTS");
        customs.json(PROPOSALS, grant("332", 1)).refuses(409, "STALE_SEQUENCE");
        approve(customs, id).refuses(409, "ALREADY_APPROVED");
        approve(chamber, id).is(200);
        approve(quarantine, id).is(200);
        approve(customs, id).refuses(409, "ALREADY_APPROVED");
        chamber.json(PROPOSALS, grant("332", 0)).refuses(409, "STALE_SEQUENCE");
    }

    @Test
    void whatIsNotThereIsNotFound() {
        chamber.get(PROPOSALS + "/" + "0".repeat(64)).refuses(404, "UNKNOWN_PROPOSAL");
        approve(chamber, "0".repeat(64)).refuses(404, "UNKNOWN_PROPOSAL");
        assertEquals(
                0,
                chamber.get("/api/organisations/NosuchMSP/authorities")
                        .is(200)
                        .list()
                        .size());
        customs.json(PROPOSALS, grant("333", 0).replace("CarrierMSP", "NosuchMSP"))
                .refuses(404, "UNKNOWN_ORGANISATION");
    }

    @Test
    void whatIsNotInItsFormIsRefused() {
        for (String wrong : List.of(
                "",
                "{}",
                "[]",
                "{\"kind\":\"crown\",\"sequence\":0}",
                grant("334", -1),
                grant("334", 0).replace("}", ",\"more\":1}"),
                grant("334", 0).replace("2026-01-01T00:00:00Z", "2026-01-01"))) {
            customs.json(PROPOSALS, wrong).refuses(400, "MALFORMED_ARGUMENT");
        }
        customs.json(PROPOSALS, " ".repeat(5000)).refuses(413, "TOO_LARGE");
        customs.get("/api/organisations/no%20MSP/authorities").refuses(400, "MALFORMED_ARGUMENT");
        approve(customs, "xyz").refuses(400, "MALFORMED_ARGUMENT");
        customs.send(customs.request(PROPOSALS).POST(BodyPublishers.ofString("x")))
                .refuses(415, "MEDIA_TYPE_REFUSED");
    }

    @Test
    void anotherSitesPageApprovesNothing() {
        chamber.send(chamber.request(PROPOSALS + "/" + "0".repeat(64) + "/approval")
                        .header("Origin", "http://elsewhere.example")
                        .POST(BodyPublishers.noBody()))
                .refuses(403, "FOREIGN_SITE");
    }

    private JsonObject authority(String type) {
        for (var each :
                customs.get("/api/organisations/CarrierMSP/authorities").is(200).list()) {
            if (each.getAsJsonObject().get("type").getAsString().equals(type)) {
                return each.getAsJsonObject();
            }
        }
        throw new AssertionError("no authority over " + type);
    }

    private static Reply approve(Door door, String id) {
        return door.send(door.request(PROPOSALS + "/" + id + "/approval").POST(BodyPublishers.noBody()));
    }

    private static String grant(String type, long sequence) {
        return "{\"kind\":\"grant\",\"issuer\":\"CarrierMSP\",\"type\":\"" + type
                + "\",\"from\":\"2026-01-01T00:00:00Z\",\"accreditation\":\"UZ-AK " + type + "\",\"sequence\":"
                + sequence + "}";
    }
}
