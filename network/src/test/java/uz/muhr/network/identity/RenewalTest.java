package uz.muhr.network.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.SampleTopology;
import uz.muhr.network.topology.Topology;

final class RenewalTest {
    private static final Instant LATER = HomeFixture.NOON.plus(Duration.ofDays(340));
    private static final Duration MONTH = Duration.ofDays(30);

    private final Topology topology = SampleTopology.topology();
    private final Organisation chamber = topology.organisation("chamber");
    private final NetworkHome home;
    private final Renewal renewal;

    RenewalTest(@TempDir Path folder) {
        home = Enrolment.prepare(topology, folder.resolve("home"), HomeFixture.at(HomeFixture.NOON));
        renewal = new Renewal(home, chamber);
    }

    @Test
    void nothingIsRenewedThatHoldsLongEnough() {
        Map<Path, X509Certificate> before = certificates();
        assertEquals(0, renewal.renew(HomeFixture.NOON, HomeFixture.NOON.plus(MONTH)));
        assertEquals(before, certificates());
    }

    @Test
    void whatEndsSoonHoldsForAnotherYearAndIsOtherwiseTheSame() throws GeneralSecurityException {
        Map<Path, X509Certificate> before = certificates();
        assertEquals(9, renewal.due(LATER.plus(MONTH)), "six of nodes, the administrator's, two users'");
        assertEquals(9, renewal.renew(LATER, LATER.plus(MONTH)));
        assertEquals(0, renewal.due(LATER.plus(MONTH)));
        assertEquals(9, before.size());
        for (Map.Entry<Path, X509Certificate> each : before.entrySet()) {
            X509Certificate old = each.getValue();
            X509Certificate renewed = HomeFixture.certificate(each.getKey());
            assertNotEquals(old.getSerialNumber(), renewed.getSerialNumber());
            assertEquals(old.getPublicKey(), renewed.getPublicKey());
            assertEquals(old.getSubjectX500Principal(), renewed.getSubjectX500Principal());
            assertEquals(old.getIssuerX500Principal(), renewed.getIssuerX500Principal());
            assertEquals(old.getCriticalExtensionOIDs(), renewed.getCriticalExtensionOIDs());
            assertEquals(old.getNonCriticalExtensionOIDs(), renewed.getNonCriticalExtensionOIDs());
            for (String id : old.getNonCriticalExtensionOIDs()) {
                assertArrayEquals(old.getExtensionValue(id), renewed.getExtensionValue(id), id);
            }
            assertEquals(Validity.ofMember(LATER).until(), renewed.getNotAfter().toInstant(), each.getKey()::toString);
            renewed.verify(authority(each.getKey()).getPublicKey());
        }
    }

    @Test
    void anEndedHomeCanBeUsedAgainAfterARenewalInTime() {
        topology.organisations().forEach(each -> new Renewal(home, each).renew(LATER, Instant.MAX));
        Instant afterTheFirstEnd = HomeFixture.NOON.plus(Duration.ofDays(366));
        assertEquals(home, Enrolment.prepare(topology, home.root(), HomeFixture.at(afterTheFirstEnd)));
    }

    @Test
    void keysAndAuthoritiesAndOtherOrganisationsStayAsTheyAre() throws IOException {
        List<Path> others = HomeFixture.files(home.root()).stream()
                .filter(file -> Files.isRegularFile(file))
                .filter(file -> !file.startsWith(home.organisation(chamber))
                        || file.toString().endsWith(".key")
                        || file.endsWith("key.pem")
                        || file.toString().contains("ca"))
                .filter(file -> !certificates().containsKey(file))
                .filter(file -> !file.equals(home.chaincodeTls(chamber).encodedCertificate()))
                .toList();
        Map<Path, String> before = contents(others);
        renewal.renew(LATER, Instant.MAX);
        assertEquals(before, contents(others));
    }

    @Test
    void theChaincodeServersOtherFormOfItsCertificateFollows() throws IOException {
        renewal.renew(LATER, Instant.MAX);
        TlsFolder server = home.chaincodeTls(chamber);
        assertEquals(
                Files.readString(server.certificate()),
                new String(Base64.getDecoder().decode(Files.readString(server.encodedCertificate())), US_ASCII));
    }

    @Test
    void aUsersFormerCertificatesAreKeptToBeRevokedWithTheNewOne() throws IOException {
        X509Certificate first =
                HomeFixture.certificate(home.user(chamber, "issuer").certificate());
        renewal.renew(LATER, Instant.MAX);
        X509Certificate second =
                HomeFixture.certificate(home.user(chamber, "issuer").certificate());
        renewal.renew(LATER.plus(MONTH), Instant.MAX);
        try (var kept = Files.list(home.replaced(chamber, "issuer"))) {
            assertEquals(
                    List.of(first, second),
                    kept.map(HomeFixture::certificate)
                            .sorted(Comparator.comparing(X509Certificate::getNotAfter))
                            .toList());
        }
    }

    @Test
    void aRevokedUserIsNotRenewed() {
        Revocations.revoke(topology, home, chamber, "issuer", HomeFixture.at(HomeFixture.NOON));
        X509Certificate revoked =
                HomeFixture.certificate(home.user(chamber, "issuer").certificate());
        assertEquals(8, renewal.renew(LATER, Instant.MAX));
        assertEquals(
                revoked, HomeFixture.certificate(home.user(chamber, "issuer").certificate()));
        assertFalse(Files.exists(home.replaced(chamber, "issuer")));
    }

    private X509Certificate authority(Path member) {
        String path = member.toString();
        AuthorityFolder folder = path.contains("/tls/")
                ? home.tlsAuthority(chamber)
                : path.contains("/orderer/") ? home.ordererAuthority(chamber) : home.signingAuthority(chamber);
        return HomeFixture.certificate(folder.certificate());
    }

    /** Every certificate of the organisation's own members. */
    private Map<Path, X509Certificate> certificates() {
        return HomeFixture.files(home.organisation(chamber)).stream()
                .filter(file -> file.endsWith("cert.pem") || file.endsWith("server.crt"))
                .collect(Collectors.toMap(Function.identity(), HomeFixture::certificate));
    }

    private static Map<Path, String> contents(List<Path> files) throws IOException {
        Map<Path, String> contents = new HashMap<>();
        for (Path file : files) {
            contents.put(file, Files.readString(file));
        }
        return contents;
    }
}
