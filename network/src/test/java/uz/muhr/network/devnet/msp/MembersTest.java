package uz.muhr.network.devnet.msp;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.signers.StandardDSAEncoding;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;
import org.hyperledger.fabric.protos.msp.SerializedIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uz.muhr.network.conformance.fixture.Forgery;
import uz.muhr.network.devnet.fixture.Identities;

@ExtendWith(Identities.class)
final class MembersTest {
    private static final ByteString MESSAGE = ByteString.copyFromUtf8("a message");
    private static final Duration DAY = Duration.ofDays(1);

    private final Identities.Home home;

    MembersTest(Identities.Home home) {
        this.home = home;
    }

    private static ByteString serialized(String mspId, X509Certificate certificate)
            throws CertificateEncodingException, IOException {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject("CERTIFICATE", certificate.getEncoded()));
        }
        return SerializedIdentity.newBuilder()
                .setMspid(mspId)
                .setIdBytes(ByteString.copyFromUtf8(text.toString()))
                .build()
                .toByteString();
    }

    @Test
    void everyNodeAndUserHasItsOneRole() throws Exception {
        assertEquals(
                NodeRole.PEER,
                home.members().identity(home.peer("ChamberMSP").identity()).role());
        assertEquals(
                NodeRole.CLIENT,
                home.members()
                        .identity(home.user("CustomsMSP", "officer").identity())
                        .role());
        assertEquals(
                NodeRole.ADMIN,
                home.members().identity(home.nodes().get(0).admin().identity()).role());
    }

    @Test
    void anOrdererIsNoMemberOfTheApplicationsOrganisations() {
        assertThrows(InvalidIdentityException.class, () -> home.members()
                .identity(home.nodes().get(0).orderer().identity()));
    }

    @Test
    void anIdentityOnceCheckedIsRemembered() throws Exception {
        ByteString serialized = home.peer("ChamberMSP").identity();
        assertSame(home.members().identity(serialized), home.members().identity(serialized));
    }

    @Test
    void ourSignaturesAreVerifiedByTheJdkAndAreLow() throws Exception {
        Signer signer = home.peer("CustomsMSP");
        Identity identity = home.members().identity(signer.identity());
        X9ECParameters curve = CustomNamedCurves.getByName("P-256");
        for (int i = 0; i < 50; i++) {
            ByteString part = ByteString.copyFromUtf8("part " + i);
            ByteString signature = signer.sign(MESSAGE, part);
            Signature jdk = Signature.getInstance("SHA256withECDSA");
            jdk.initVerify(identity.certificate());
            jdk.update(MESSAGE.concat(part).toByteArray());
            assertTrue(jdk.verify(signature.toByteArray()));
            BigInteger[] pair = StandardDSAEncoding.INSTANCE.decode(curve.getN(), signature.toByteArray());
            assertTrue(pair[1].compareTo(curve.getN().shiftRight(1)) <= 0);
            assertTrue(identity.signed(signature, MESSAGE, part));
            assertFalse(identity.signed(signature, MESSAGE));
        }
    }

    @Test
    void theHighTwinOfASignatureIsRefused() throws Exception {
        Signer signer = home.peer("CustomsMSP");
        BigInteger order = CustomNamedCurves.getByName("P-256").getN();
        BigInteger[] pair =
                StandardDSAEncoding.INSTANCE.decode(order, signer.sign(MESSAGE).toByteArray());
        ByteString high =
                ByteString.copyFrom(StandardDSAEncoding.INSTANCE.encode(order, pair[0], order.subtract(pair[1])));
        assertFalse(home.members().identity(signer.identity()).signed(high, MESSAGE));
    }

    @Test
    void aDamagedSignatureIsNoSignatureAndNoError() throws Exception {
        Signer signer = home.peer("CustomsMSP");
        Identity identity = home.members().identity(signer.identity());
        byte[] good = signer.sign(MESSAGE).toByteArray();
        Random random = new Random(31);
        for (int i = 0; i < 3_000; i++) {
            byte[] damaged = good.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
            ByteString cut = ByteString.copyFrom(damaged)
                    .substring(0, random.nextBoolean() ? damaged.length : random.nextInt(damaged.length));
            assertFalse(identity.signed(cut, MESSAGE), "seed 31, round " + i);
        }
    }

    @Test
    void aCertificateIsCheckedAtItsOwnBeginning() throws Exception {
        Instant begin = begin();
        Forgery over = issued(begin, begin.plusSeconds(60));
        home.members().identity(serialized("CustomsMSP", over.certificate()));
        Forgery early = issued(Instant.now().plus(DAY), Instant.now().plus(DAY.multipliedBy(2)));
        home.members().identity(serialized("CustomsMSP", early.certificate()));
    }

    @Test
    void aCertificateThatIsOlderThanItsAuthorityWasNotIssuedByIt() throws Exception {
        Forgery older = issued(begin().minus(DAY), Instant.now().plus(DAY));
        ByteString identity = serialized("CustomsMSP", older.certificate());
        assertThrows(InvalidIdentityException.class, () -> home.members().identity(identity));
    }

    @Test
    void expiryIsToldFromTheCertificateAloneWhoeverIssuedIt() throws Exception {
        Instant begin = begin();
        ByteString older =
                serialized("NosuchMSP", issued(begin.minus(DAY), begin).certificate());
        assertTrue(Members.expired(older, begin.plusSeconds(1)));
        assertFalse(Members.expired(older, begin.minusSeconds(1)));
        assertFalse(Members.expired(older, begin.minus(DAY.multipliedBy(2))));
        assertThrows(InvalidIdentityException.class, () -> Members.expired(MESSAGE, begin));
    }

    private Instant begin() throws Exception {
        return Forgery.beginOfAuthority(home.network(), home.topology().organisation("CustomsMSP"));
    }

    private Forgery issued(Instant from, Instant until) {
        return Forgery.issued(
                home.network(), home.topology().organisation("CustomsMSP"), List.of("client"), from, until);
    }

    @Test
    void theAuthorityItselfIsNoMember() throws Exception {
        ByteString root = home.nodes().get(0).root();
        ByteString identity = SerializedIdentity.newBuilder()
                .setMspid("CustomsMSP")
                .setIdBytes(root)
                .build()
                .toByteString();
        assertThrows(InvalidIdentityException.class, () -> home.members().identity(identity));
    }

    @Test
    void aDamagedIdentityIsRefusedWithASentenceOrIsStillTheSamePeers() throws Exception {
        byte[] good = home.peer("CustomsMSP").identity().toByteArray();
        Identity original = home.members().identity(ByteString.copyFrom(good));
        Random random = new Random(8);
        for (int i = 0; i < 5_000; i++) {
            byte[] damaged = good.clone();
            damaged[random.nextInt(damaged.length)] ^= (byte) (1 + random.nextInt(255));
            try {
                // A line end more or less, or another encoding of the authority's signature, changes nothing that
                // counts.
                Identity other = home.members().identity(ByteString.copyFrom(damaged));
                assertArrayEquals(
                        original.certificate().getTBSCertificate(),
                        other.certificate().getTBSCertificate(),
                        "seed 8, round " + i);
            } catch (InvalidIdentityException refused) {
                assertFalse(String.valueOf(refused.getMessage()).isEmpty());
            }
        }
    }
}
