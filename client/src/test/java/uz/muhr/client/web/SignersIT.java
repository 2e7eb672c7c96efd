package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.Client;
import uz.muhr.client.OtherProfile;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.Wire;
import uz.muhr.client.access.Role;
import uz.muhr.client.access.TestKey;
import uz.muhr.network.script.ScriptNetwork;
import uz.muhr.protocol.hash.DomainHash;

/** Who signs what is written in which role: one client, several users of its organisation on the ledger. */
@Tag("ledger")
@Tag("long-on-fabric")
@ExtendWith(TestNetwork.class)
class SignersIT {
    private static final String DOCUMENTS = "/api/documents";

    @TempDir
    Path folder;

    private String data() {
        return "--muhr.data=" + folder.resolve("data");
    }

    @Test
    void whatIsWrittenInARoleIsSignedByItsUser(ScriptNetwork network) throws Exception {
        String issuer = TestKey.header(Set.of(Role.ISSUER), data());
        String officer = TestKey.header(Set.of(Role.OFFICER), data());
        try (Door customs = Door.open(network.profiles(), "customs/auditor", folder.resolve("data"))) {
            Reply receipt = write(customs, issuer, declaration()).is(201);
            String record = DOCUMENTS + "/" + receipt.member("document");
            assertEquals(certificate(network, "customs", "issuer"), signedBy(customs.get(record)));
            assertEquals(
                    1,
                    post(customs, officer, record + "/hold", "{\"sequence\":0}")
                            .is(200)
                            .json()
                            .get("sequence")
                            .getAsInt());
            write(customs, officer, declaration()).refuses(403, "NOT_PERMITTED");
            assertEquals("auditor", customs.get("/api/identity").member("user"));
        }
    }

    @Test
    void aRoleForWhichNobodySignsIsToldSo(ScriptNetwork network) {
        String carrier = TestKey.header(Set.of(Role.CARRIER), data());
        String officer = TestKey.header(Set.of(Role.OFFICER), data());
        try (Door customs =
                Door.open(network.profiles(), "customs", folder.resolve("data"), "--muhr.signers.officer=none")) {
            String wish = "{\"ucr\":\"6UZ201234567TAS0001\",\"containers\":[\"CSQU3054383\"],\"documents\":[]}";
            Reply refused = post(customs, carrier, "/api/consignments", wish).refuses(403, "NO_SIGNER");
            assertTrue(refused.member("detail").contains("no user on the ledger for the role CARRIER"), refused.text());
            post(customs, officer, "/api/consignments", wish).refuses(403, "NO_SIGNER");
        }
    }

    /** The first role of the row that the caller has and somebody signs for. */
    @Test
    void whoHasTwoRolesActsInTheOneThatSomebodySignsFor(ScriptNetwork network) {
        String both = TestKey.header(Set.of(Role.OFFICER, Role.CARRIER), data());
        try (Door carrier = Door.open(network.profiles(), "carrier/issuer", folder.resolve("data"))) {
            post(
                            carrier,
                            both,
                            "/api/consignments",
                            "{\"ucr\":\"6UZ201234567TAS0001\",\"containers\":[\"CSQU3054383\"],\"documents\":[]}")
                    .is(201);
        }
    }

    @Test
    void anotherUserMayBeNamedAndNoOtherOrganisations(ScriptNetwork network) throws Exception {
        try (Door chamber = Door.open(
                network.profiles(),
                "chamber/registrar",
                folder.resolve("data"),
                "--muhr.signers.issuer=chamber/registrar")) {
            chamber.form(DOCUMENTS, Form.certificate(Client.newNumber()).file("file", content()))
                    .refuses(403, "NOT_AUTHORISED");
        }
        try (WebProcess other = WebProcess.start(
                List.of("-Xmx96m", "-XX:TieredStopAtLevel=1"),
                "--server.port=0",
                "--muhr.profiles=" + network.profiles(),
                "--muhr.as=chamber",
                "--muhr.data=" + folder.resolve("other"),
                "--muhr.signers.issuer=carrier/issuer")) {
            assertNull(other.address(), other.said());
            assertTrue(other.said().contains("Who signs has to be a user of ChamberMSP"), other.said());
        }
    }

    @Test
    void whatSeveralSignersLeaveTheNextClientSettlesForEach(ScriptNetwork network) throws Exception {
        String issuer = TestKey.header(Set.of(Role.ISSUER), data());
        String officer = TestKey.header(Set.of(Role.OFFICER), data());
        try (Wire wire = Wire.toPeer(network, "customs")) {
            Path profiles = new OtherProfile(network, "customs")
                    .gateway("customs", wire)
                    .write(folder.resolve("profiles"));
            Reply document;
            Reply hold;
            try (Door first = Door.open(
                    profiles,
                    "customs/auditor",
                    folder.resolve("data"),
                    "--muhr.journal.patience=100ms",
                    "--muhr.journal.drain=1s")) {
                Reply anchored = first.settled(async(first, issuer));
                wire.cut();
                document = async(first, issuer);
                hold = post(first, officer, DOCUMENTS + "/" + anchored.member("subject") + "/hold", "{\"sequence\":0}")
                        .is(202);
                Awaited.until(() -> first.get("/actuator/prometheus").text().contains("muhr_journal_waiting 2.0"));
            }
            wire.mend();
            try (Door second = Door.open(profiles, "customs/auditor", folder.resolve("data"))) {
                assertEquals("ANCHORED", second.settled(document).member("state"));
                assertEquals("DONE", second.settled(hold).member("state"));
            }
        }
    }

    private static Reply async(Door door, String key) {
        return door.send(door.stranger(DOCUMENTS)
                        .header("Authorization", key)
                        .header("Content-Type", Form.CONTENT_TYPE)
                        .header("Prefer", "respond-async")
                        .POST(BodyPublishers.ofByteArray(declaration().end())))
                .is(202);
    }

    private static Reply write(Door door, String key, Form form) {
        return door.send(door.stranger(DOCUMENTS)
                .header("Authorization", key)
                .header("Content-Type", Form.CONTENT_TYPE)
                .POST(BodyPublishers.ofByteArray(form.end())));
    }

    private static Reply post(Door door, String key, String path, String body) {
        return door.send(door.stranger(path)
                .header("Authorization", key)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    /** An export declaration, which customs itself issues. */
    private static Form declaration() {
        return Form.of()
                .field("type", "830")
                .field("number", Client.newNumber())
                .file("file", content());
    }

    private static byte[] content() {
        return Client.newNumber().getBytes(StandardCharsets.UTF_8);
    }

    private static String signedBy(Reply record) {
        return record.is(200)
                .json()
                .getAsJsonObject("anchored")
                .get("certificate")
                .getAsString();
    }

    private static String certificate(ScriptNetwork network, String organisation, String user) throws Exception {
        for (JsonElement each : JsonParser.parseString(
                        Files.readString(network.profiles().resolve(organisation + ".json")))
                .getAsJsonObject()
                .getAsJsonArray("users")) {
            if (each.getAsJsonObject().get("name").getAsString().equals(user)) {
                Path file = network.profiles()
                        .resolve(each.getAsJsonObject().get("certificate").getAsString());
                try (InputStream in = Files.newInputStream(file)) {
                    return HexFormat.of()
                            .formatHex(DomainHash.sha256()
                                    .digest(CertificateFactory.getInstance("X.509")
                                            .generateCertificate(in)
                                            .getEncoded()));
                }
            }
        }
        throw new AssertionError(user);
    }
}
