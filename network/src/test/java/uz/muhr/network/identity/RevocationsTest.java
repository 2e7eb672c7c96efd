package uz.muhr.network.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.SampleTopology;
import uz.muhr.network.topology.Topology;
import uz.muhr.network.topology.User;

final class RevocationsTest {
    private final Topology topology = SampleTopology.topology();
    private final Organisation customs = topology.organisation("customs");
    private final NetworkHome home;

    RevocationsTest(@TempDir Path folder) {
        home = Enrolment.prepare(topology, folder.resolve("home"), HomeFixture.at(HomeFixture.NOON));
    }

    @Test
    void allUsersStandAtFirst() {
        assertEquals(customs.users(), Revocations.standing(home, customs));
        assertFalse(Files.exists(home.msp(customs).revocations()));
    }

    @Test
    void theListNamesTheCertificateAndIsSignedByItsAuthority() throws Exception {
        revoke("issuer");
        X509CRL list = list(home.msp(customs));
        X509Certificate authority =
                HomeFixture.certificate(home.signingAuthority(customs).certificate());
        list.verify(authority.getPublicKey());
        assertEquals(authority.getSubjectX500Principal(), list.getIssuerX500Principal());
        assertTrue(list.isRevoked(certificate("issuer")));
        assertNull(list.getRevokedCertificate(certificate("officer").getSerialNumber()));
        assertTrue(list.getNonCriticalExtensionOIDs().contains("2.5.29.35"), "Fabric finds the authority by it");
    }

    @Test
    void severalAreRevokedOneAfterAnother() throws Exception {
        revoke("issuer");
        revoke("auditor");
        assertEquals(2, list(home.msp(customs)).getRevokedCertificates().size());
        assertEquals(List.of("officer", "registrar"), names());
    }

    @Test
    void theSameAgainChangesNotAByte() throws IOException {
        revoke("issuer");
        String list = Files.readString(home.msp(customs).revocations());
        String profile = Files.readString(home.profile(customs));
        Revocations.revoke(
                topology, home, customs, "issuer", HomeFixture.at(HomeFixture.NOON.plus(Duration.ofHours(1))));
        assertEquals(list, Files.readString(home.msp(customs).revocations()));
        assertEquals(profile, Files.readString(home.profile(customs)));
    }

    @Test
    void everyCertificateTheUserEverHadIsRevoked() throws Exception {
        X509Certificate first = certificate("issuer");
        new Renewal(home, customs).renew(HomeFixture.NOON.plus(Duration.ofDays(1)), Instant.MAX);
        revoke("issuer");
        X509CRL list = list(home.msp(customs));
        assertTrue(list.isRevoked(first));
        assertTrue(list.isRevoked(certificate("issuer")));
    }

    @Test
    void clientsAreNotOfferedTheUserAnyMore() throws IOException {
        revoke("issuer");
        String profile = Files.readString(home.profile(customs));
        assertFalse(profile.contains("\"issuer\""), profile);
        assertTrue(profile.contains("\"officer\""), profile);
    }

    @Test
    void everyMspOfTheSameAuthorityHasTheList() throws IOException {
        revoke("issuer");
        String list = Files.readString(home.msp(customs).revocations());
        for (MspFolder msp : List.of(home.peer(customs), home.user(customs, "officer"), home.user(customs, "admin"))) {
            assertEquals(list, Files.readString(msp.revocations()));
        }
        assertFalse(Files.exists(home.ordererMsp(customs).revocations()), "another authority's");
        assertFalse(Files.exists(home.msp(topology.organisation("chamber")).revocations()));
    }

    @Test
    void whoeverWasCutOffInBetweenIsFinishedByTheNext() throws IOException {
        revoke("issuer");
        Files.delete(home.peer(customs).revocations());
        Files.writeString(home.profile(customs), "old");
        revoke("issuer");
        assertTrue(Files.exists(home.peer(customs).revocations()));
        assertTrue(Files.readString(home.profile(customs)).startsWith("{"));
    }

    @Test
    void theAdministratorAndStrangersAreRefused() {
        assertRefused(
                "admin",
                "The administrator of customs signs what this command does and cannot be revoked by it; name one of its"
                        + " users.");
        assertRefused(
                "nobody",
                "The organisation customs has no user \"nobody\"; it has officer, issuer, auditor, registrar.");
    }

    private void assertRefused(String user, String sentence) {
        List<Path> before = HomeFixture.files(home.root());
        assertEquals(
                sentence,
                assertThrows(IdentityException.class, () -> revoke(user)).getMessage());
        assertEquals(before, HomeFixture.files(home.root()));
    }

    private void revoke(String user) {
        Revocations.revoke(topology, home, customs, user, HomeFixture.at(HomeFixture.NOON));
    }

    private List<String> names() {
        return Revocations.standing(home, customs).stream().map(User::name).toList();
    }

    private X509Certificate certificate(String user) {
        return HomeFixture.certificate(home.user(customs, user).certificate());
    }

    private static X509CRL list(MspFolder msp) throws IOException, GeneralSecurityException {
        try (InputStream pem = Files.newInputStream(msp.revocations())) {
            return (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(pem);
        }
    }
}
