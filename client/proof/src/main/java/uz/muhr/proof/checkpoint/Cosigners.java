package uz.muhr.proof.checkpoint;

import com.google.protobuf.ByteString;
import java.security.cert.CertificateEncodingException;
import java.security.cert.CertificateException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import uz.muhr.proof.check.Vouched;
import uz.muhr.proof.configuration.Configuration;
import uz.muhr.proof.identity.Member;
import uz.muhr.proof.identity.Membership;
import uz.muhr.proof.identity.NodeRole;
import uz.muhr.proof.identity.Pem;
import uz.muhr.proof.witness.UnwitnessedException;
import uz.muhr.proof.witness.WitnessCheck;
import uz.muhr.proof.witness.WitnessChecks;
import uz.muhr.protocol.identifier.MspId;

/** Who signed a note, by the certificates that came along. */
final class Cosigners {
    /** The highest time that {@link Instant} and a certificate have in common is far below. */
    private static final long LATEST_SECOND = 253_402_300_799L;

    private final String channel;
    private final Configuration configuration;
    private final WitnessChecks checks;
    private final SortedMap<MspId, Instant> signed = new TreeMap<>();

    Cosigners(String channel, Configuration configuration, WitnessChecks checks) {
        this.channel = channel;
        this.configuration = configuration;
        this.checks = checks;
    }

    /**
     * Goes on only when every signature is right whose certificate is at hand.
     *
     * @return how many signatures nothing is known of; C2SP has them ignored
     */
    int require(SignedNote note, List<ByteString> certificates) {
        List<ByteString> unused = new ArrayList<>(certificates);
        int ignored = 0;
        for (NoteSignature signature : note.signatures()) {
            Optional<CosignerKey> key = key(signature, unused);
            if (key.isPresent()) {
                unused.remove(key.get().certificate());
                requireSigned(signature, key.get(), note.text());
            } else {
                ignored++;
            }
        }
        checks.require(
                WitnessCheck.COSIGNER_CERTIFICATE,
                unused.isEmpty(),
                () -> "Each certificate has to be of one signature of the checkpoint; " + unused.size()
                        + " are of none.");
        return ignored;
    }

    SortedMap<MspId, Instant> signed() {
        return new TreeMap<>(signed);
    }

    private Optional<CosignerKey> key(NoteSignature signature, List<ByteString> certificates) {
        Optional<MspId> organisation = CosignerKey.organisation(channel, signature.name());
        return certificates.stream()
                .flatMap(certificate -> organisation.map(name -> new CosignerKey(channel, name, certificate)).stream())
                .filter(key -> key.id().equals(signature.keyId()))
                .findFirst();
    }

    private void requireSigned(NoteSignature line, CosignerKey key, String text) {
        MspId organisation = key.organisation();
        Member member = member(key);
        checks.require(
                WitnessCheck.COSIGNATURE,
                line.signature().size() > Long.BYTES,
                () -> "A cosignature has to hold a time and a signature; that of " + organisation + " does not.");
        long seconds =
                line.signature().substring(0, Long.BYTES).asReadOnlyByteBuffer().getLong();
        checks.require(
                WitnessCheck.COSIGNATURE,
                seconds >= 0 && seconds <= LATEST_SECOND,
                () -> "A cosignature has to be of a time that there is; that of " + organisation + " is not.");
        Instant time = Instant.ofEpochSecond(seconds);
        member.requireActing(NodeRole.CLIENT, time, checks.ofProof());
        checks.require(
                WitnessCheck.COSIGNATURE,
                "a client of " + organisation,
                member.signed(line.signature().substring(Long.BYTES), key.message(time, text)),
                () -> "The cosignature in the name of " + organisation + " is not its client's.");
        checks.require(
                WitnessCheck.COSIGNER_ONCE,
                signed.put(organisation, time) == null,
                () -> "Each organisation has to cosign once; " + organisation + " cosigned twice.");
    }

    private Member member(CosignerKey key) {
        Membership membership = configuration.members().get(key.organisation());
        if (membership == null) {
            throw new UnwitnessedException(
                    WitnessCheck.COSIGNER_CERTIFICATE,
                    "Only organisations that the trust file names count; " + key.organisation() + " is none of them.");
        }
        requireOneForm(key.certificate());
        return membership.member(key.certificate(), checks.ofProof());
    }

    /** Bytes after a certificate would not be read, nor would another encoding of it be found out. */
    private void requireOneForm(ByteString certificate) {
        try {
            checks.require(
                    WitnessCheck.COSIGNER_CERTIFICATE,
                    Vouched.COMPUTED,
                    ByteString.copyFrom(Pem.certificate(certificate).getEncoded())
                            .equals(certificate),
                    () -> "A cosigner's certificate has to be X.509 in DER and nothing else; one is more.");
        } catch (CertificateException e) {
            throw unreadable(e);
        }
    }

    private static UnwitnessedException unreadable(CertificateException e) {
        String why = e instanceof CertificateEncodingException ? "it has no encoding" : "it cannot be read";
        return new UnwitnessedException(
                WitnessCheck.COSIGNER_CERTIFICATE,
                "A cosigner's certificate has to be X.509 in DER; one is not (" + why + ").",
                e);
    }
}
