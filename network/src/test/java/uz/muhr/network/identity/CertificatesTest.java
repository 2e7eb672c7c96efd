package uz.muhr.network.identity;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.SampleTopology;
import uz.muhr.network.topology.Topology;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CertificatesTest {
    private static final int DIGITAL_SIGNATURE = 0;
    private static final int KEY_CERT_SIGN = 5;
    private static final int CRL_SIGN = 6;

    private final Topology topology = SampleTopology.topology();
    private final Organisation chamber = topology.organisation("chamber");
    private final Organisation customs = topology.organisation("customs");
    private final NetworkHome home;

    CertificatesTest(@TempDir Path folder) {
        home = new NetworkHome(folder.resolve("home"));
    }

    @BeforeAll
    void makeTheHome() {
        Enrolment.prepare(topology, home.root(), HomeFixture.at(HomeFixture.NOON));
    }

    @Test
    void everyMembersChainLeadsToItsOwnAuthorityByPkix() throws GeneralSecurityException {
        for (Organisation organisation : topology.organisations()) {
            validate(peer(organisation), root(home.signingAuthority(organisation)), HomeFixture.NOON);
            validate(orderer(organisation), root(home.ordererAuthority(organisation)), HomeFixture.NOON);
            validate(tls(home.peerTls(organisation)), root(home.tlsAuthority(organisation)), HomeFixture.NOON);
            validate(tls(home.ordererTls(organisation)), root(home.tlsAuthority(organisation)), HomeFixture.NOON);
            validate(user(organisation, "issuer"), root(home.signingAuthority(organisation)), HomeFixture.NOON);
            validate(user(organisation, "admin"), root(home.signingAuthority(organisation)), HomeFixture.NOON);
        }
    }

    @Test
    void noMembersChainLeadsToAnotherAuthority() {
        assertThrows(
                CertPathValidatorException.class,
                () -> validate(peer(chamber), root(home.signingAuthority(customs)), HomeFixture.NOON));
        assertThrows(
                CertPathValidatorException.class,
                () -> validate(orderer(chamber), root(home.signingAuthority(chamber)), HomeFixture.NOON));
        assertThrows(
                CertPathValidatorException.class,
                () -> validate(tls(home.peerTls(chamber)), root(home.signingAuthority(chamber)), HomeFixture.NOON));
    }

    @Test
    void membersHoldForAYearAndAuthoritiesForTenBackdatedByFiveMinutes() {
        Instant from = Instant.parse("2026-11-22T11:55:00Z");
        for (X509Certificate certificate : List.of(peer(chamber), user(chamber, "issuer"), orderer(chamber))) {
            assertEquals(from, certificate.getNotBefore().toInstant());
            assertEquals(
                    Instant.parse("2027-11-22T12:00:00Z"),
                    certificate.getNotAfter().toInstant());
        }
        X509Certificate authority = root(home.signingAuthority(chamber));
        assertEquals(from, authority.getNotBefore().toInstant());
        assertEquals(
                Instant.parse("2036-11-19T12:00:00Z"), authority.getNotAfter().toInstant());
    }

    @Test
    void aMemberIsRefusedByPkixOnceItExpired() {
        Instant later = Instant.parse("2027-11-22T12:00:01Z");
        assertThrows(
                CertPathValidatorException.class,
                () -> validate(peer(chamber), root(home.signingAuthority(chamber)), later));
    }

    @Test
    void theUnitOfACertificateSaysItsRole() {
        assertEquals("CN=issuer,OU=client,O=chamber.muhr.example", subject(user(chamber, "issuer")));
        assertEquals("CN=admin,OU=admin,O=chamber.muhr.example", subject(user(chamber, "admin")));
        assertEquals("CN=peer.chamber.muhr.example,OU=peer,O=chamber.muhr.example", subject(peer(chamber)));
        assertEquals("CN=orderer.chamber.muhr.example,OU=orderer,O=chamber.muhr.example", subject(orderer(chamber)));
        assertEquals(
                "CN=ca.chamber.muhr.example,O=chamber.muhr.example", subject(root(home.signingAuthority(chamber))));
    }

    @Test
    void authoritiesSignCertificatesAndMembersDoNot() {
        X509Certificate authority = root(home.ordererAuthority(chamber));
        assertEquals(0, authority.getBasicConstraints(), "an authority of members only");
        assertEquals(Set.of(DIGITAL_SIGNATURE, KEY_CERT_SIGN, CRL_SIGN), usages(authority));
        for (X509Certificate member : List.of(peer(chamber), orderer(chamber), tls(home.peerTls(chamber)))) {
            assertEquals(-1, member.getBasicConstraints());
            assertEquals(Set.of(DIGITAL_SIGNATURE), usages(member));
        }
        assertEquals(
                Set.of("2.5.29.15", "2.5.29.19"), authority.getCriticalExtensionOIDs(), "nothing else is critical");
    }

    @Test
    void anAdministratorsTlsCertificateOnlyCalls() throws GeneralSecurityException {
        X509Certificate admin = tls(home.adminTls(chamber));
        validate(admin, root(home.tlsAuthority(chamber)), HomeFixture.NOON);
        assertEquals(List.of("1.3.6.1.5.5.7.3.2"), admin.getExtendedKeyUsage());
        assertNull(admin.getSubjectAlternativeNames());
    }

    /** The form in which the Java shim wants them once more. */
    @Test
    void theChaincodeServersTlsFilesAreThereInBase64Too() throws IOException {
        TlsFolder server = home.chaincodeTls(chamber);
        assertEquals(
                Files.readString(server.certificate()),
                new String(Base64.getDecoder().decode(Files.readString(server.encodedCertificate())), US_ASCII));
        assertEquals(
                Files.readString(server.privateKey()),
                new String(Base64.getDecoder().decode(Files.readString(server.encodedKey())), US_ASCII));
    }

    @Test
    void aNodesTlsCertificateServesAndCallsUnderItsNames() throws GeneralSecurityException {
        X509Certificate peer = tls(home.peerTls(chamber));
        assertEquals(List.of("1.3.6.1.5.5.7.3.1", "1.3.6.1.5.5.7.3.2"), peer.getExtendedKeyUsage());
        assertEquals(
                List.of(
                        List.<Object>of(2, "peer.chamber.muhr.example"),
                        List.<Object>of(2, "localhost"),
                        List.<Object>of(7, "127.0.0.1")),
                List.copyOf(peer.getSubjectAlternativeNames()));
        assertEquals(
                List.<Object>of(2, "orderer.chamber.muhr.example"),
                tls(home.ordererTls(chamber))
                        .getSubjectAlternativeNames()
                        .iterator()
                        .next());
        assertNull(peer(chamber).getExtendedKeyUsage(), "what signs on the ledger is not for TLS");
    }

    @Test
    void theIssuersKeyIsNamedInEveryCertificate() throws GeneralSecurityException {
        X509Certificate authority = root(home.signingAuthority(chamber));
        byte[] own = SubjectKeyIdentifier.fromExtensions(new JcaX509CertificateHolder(authority).getExtensions())
                .getKeyIdentifier();
        AuthorityKeyIdentifier named =
                AuthorityKeyIdentifier.fromExtensions(new JcaX509CertificateHolder(peer(chamber)).getExtensions());
        assertArrayEquals(own, named.getKeyIdentifierOctets());
        assertTrue(peer(chamber).getNonCriticalExtensionOIDs().contains(Extension.subjectKeyIdentifier.getId()));
    }

    @Test
    void serialNumbersArePositiveLongAndDistinct() {
        List<X509Certificate> all = everyCertificate().toList();
        Set<Object> serials = new HashSet<>();
        for (X509Certificate certificate : all) {
            assertEquals(1, certificate.getSerialNumber().signum());
            assertEquals(128, certificate.getSerialNumber().bitLength());
            serials.add(certificate.getSerialNumber());
        }
        assertEquals(28, all.size());
        assertEquals(28, serials.size());
    }

    @Test
    void everyCertificateIsOnP256WithALowSSignature() {
        everyCertificate().forEach(certificate -> {
            assertEquals("SHA256withECDSA", certificate.getSigAlgName());
            assertEquals(
                    256,
                    ((ECPublicKey) certificate.getPublicKey())
                            .getParams()
                            .getOrder()
                            .bitLength());
            ASN1Sequence signature = ASN1Sequence.getInstance(certificate.getSignature());
            BigInteger s = ASN1Integer.getInstance(signature.getObjectAt(1)).getValue();
            assertEquals(s, LowS.lower(s), certificate.getSubjectX500Principal().getName());
        });
    }

    @Test
    void everyKeyFitsItsCertificate() throws GeneralSecurityException {
        for (Organisation organisation : topology.organisations()) {
            for (MspFolder msp : List.of(
                    home.peer(organisation),
                    home.orderer(organisation),
                    home.user(organisation, "issuer"),
                    home.user(organisation, "admin"))) {
                assertFits(msp.privateKey(), msp.certificate());
            }
            TlsFolder tls = home.peerTls(organisation);
            assertFits(tls.privateKey(), tls.certificate());
            AuthorityFolder ca = home.signingAuthority(organisation);
            assertFits(ca.privateKey(), ca.certificate());
        }
    }

    private Stream<X509Certificate> everyCertificate() {
        return topology.organisations().stream()
                .flatMap(o -> Stream.of(
                        root(home.signingAuthority(o)),
                        root(home.tlsAuthority(o)),
                        root(home.ordererAuthority(o)),
                        peer(o),
                        orderer(o),
                        tls(home.peerTls(o)),
                        user(o, "issuer")));
    }

    @SuppressWarnings("JavaUtilDate") // the type PKIXParameters takes
    private static void validate(X509Certificate member, X509Certificate root, Instant when)
            throws GeneralSecurityException {
        PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(when));
        CertPathValidator.getInstance("PKIX")
                .validate(CertificateFactory.getInstance("X.509").generateCertPath(List.of(member)), parameters);
    }

    private static void assertFits(Path privateKey, Path certificate) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(HomeFixture.privateKey(privateKey));
        signature.update((byte) 1);
        byte[] signed = signature.sign();
        signature.initVerify(HomeFixture.certificate(certificate));
        signature.update((byte) 1);
        assertTrue(signature.verify(signed), privateKey.toString());
    }

    private static Set<Integer> usages(X509Certificate certificate) {
        boolean[] bits = certificate.getKeyUsage();
        Set<Integer> set = new HashSet<>();
        for (int i = 0; i < bits.length; i++) {
            if (bits[i]) {
                set.add(i);
            }
        }
        return set;
    }

    private static String subject(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }

    private X509Certificate peer(Organisation organisation) {
        return HomeFixture.certificate(home.peer(organisation).certificate());
    }

    private X509Certificate orderer(Organisation organisation) {
        return HomeFixture.certificate(home.orderer(organisation).certificate());
    }

    private X509Certificate user(Organisation organisation, String name) {
        return HomeFixture.certificate(home.user(organisation, name).certificate());
    }

    private static X509Certificate tls(TlsFolder folder) {
        return HomeFixture.certificate(folder.certificate());
    }

    private static X509Certificate root(AuthorityFolder folder) {
        return HomeFixture.certificate(folder.certificate());
    }
}
