package uz.muhr.network.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bouncycastle.asn1.ASN1OctetString;
import org.hyperledger.fabric.contract.ClientIdentity;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.hyperledger.fabric.shim.ChaincodeStub;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.SampleTopology;
import uz.muhr.network.topology.Topology;
import uz.muhr.network.topology.User;

/** The attributes as the chaincode sees them: through the shim's own reader. */
final class AttributesTest {
    private final Topology topology = SampleTopology.topology();

    @Test
    void theShimReadsEveryUsersRoleFromItsCertificate(@TempDir Path folder) throws CertificateException, IOException {
        NetworkHome home = Enrolment.prepare(topology, folder.resolve("home"), HomeFixture.at(HomeFixture.NOON));
        for (Organisation organisation : topology.organisations()) {
            for (User user : organisation.users()) {
                ClientIdentity identity = identity(home.user(organisation, user.name()), organisation);
                assertEquals(user.role(), identity.getAttributeValue("muhr.role"));
                assertEquals(user.name(), identity.getAttributeValue("hf.EnrollmentID"));
                assertEquals(organisation.name(), identity.getAttributeValue("hf.Affiliation"));
                assertEquals(organisation.mspId(), identity.getMSPID());
            }
        }
    }

    @Test
    void theAdministratorHasNoRoleInTheContracts(@TempDir Path folder) throws CertificateException, IOException {
        NetworkHome home = Enrolment.prepare(topology, folder.resolve("home"), HomeFixture.at(HomeFixture.NOON));
        Organisation chamber = topology.organisation("chamber");
        ClientIdentity identity = identity(home.user(chamber, "admin"), chamber);
        assertNull(identity.getAttributeValue("muhr.role"));
        assertEquals("admin", identity.getAttributeValue("hf.EnrollmentID"));
    }

    @Test
    void theExtensionIsFabricCasOwnForm(@TempDir Path folder) {
        NetworkHome home = Enrolment.prepare(topology, folder.resolve("home"), HomeFixture.at(HomeFixture.NOON));
        X509Certificate certificate = HomeFixture.certificate(
                home.user(topology.organisation("chamber"), "issuer").certificate());
        assertFalse(certificate.getCriticalExtensionOIDs().contains("1.2.3.4.5.6.7.8.1"));
        byte[] value = ASN1OctetString.getInstance(certificate.getExtensionValue("1.2.3.4.5.6.7.8.1"))
                .getOctets();
        assertEquals(
                "{\"attrs\":{\"hf.Affiliation\":\"chamber\",\"hf.EnrollmentID\":\"issuer\",\"muhr.role\":\"issuer\"}}",
                new String(value, UTF_8));
    }

    @Test
    void anyTextSurvivesTheWayIntoACertificateAndOutThroughTheShim() throws CertificateException, IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Authority authority = new Authority("ca", "chamber.muhr.example", HomeFixture.NOON);
        for (int round = 0; round < 40; round++) {
            String value = random.ints(random.nextInt(20), 0x20, 0x3000)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            Bearer bearer =
                    authority.member("x", Role.CLIENT, List.of(Attributes.extension(Map.of("muhr.role", value))));
            ClientIdentity identity = new ClientIdentity(stub("ChamberMSP", Pem.of(bearer.certificate())));
            assertEquals(value, identity.getAttributeValue("muhr.role"), "seed " + seed + " round " + round);
        }
    }

    private static ClientIdentity identity(MspFolder msp, Organisation organisation)
            throws CertificateException, IOException {
        return new ClientIdentity(stub(organisation.mspId(), Files.readString(msp.certificate())));
    }

    /** A stub that knows its creator and nothing else. */
    private static ChaincodeStub stub(String mspId, String certificate) {
        byte[] creator = SerializedIdentity.newBuilder()
                .setMspid(mspId)
                .setIdBytes(ByteString.copyFromUtf8(certificate))
                .build()
                .toByteArray();
        return (ChaincodeStub) Proxy.newProxyInstance(
                AttributesTest.class.getClassLoader(), new Class<?>[] {ChaincodeStub.class}, (proxy, method, args) -> {
                    if (method.getName().equals("getCreator")) {
                        return creator;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }
}
