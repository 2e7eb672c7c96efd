package uz.muhr.client.fabric.key;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.InvalidKeyException;
import java.security.cert.CertificateException;
import org.hyperledger.fabric.client.identity.Identities;
import uz.muhr.protocol.json.Members;

/** A certificate and a private key without a password, in a PEM file each. */
record PemFiles(Path certificate, Path privateKey) implements KeyPlace {
    static PemFiles read(Path profile, Members user) {
        return new PemFiles(
                profile.resolveSibling(user.text("certificate")), profile.resolveSibling(user.text("privateKey")));
    }

    @Override
    public UserKey open() {
        try (Reader certificateText = Files.newBufferedReader(certificate);
                Reader keyText = Files.newBufferedReader(privateKey)) {
            return UserKey.inSoftware(
                    Identities.readX509Certificate(certificateText), Identities.readPrivateKey(keyText));
        } catch (IOException | CertificateException | InvalidKeyException e) {
            throw new UnusableKeyException(
                    "The certificate " + certificate + " or the private key " + privateKey
                            + " could not be read; both have to be PEM files.",
                    e);
        }
    }
}
