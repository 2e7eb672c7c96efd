package uz.muhr.client.proof;

import java.util.List;
import uz.muhr.proof.bundle.NetworkTrust;
import uz.muhr.protocol.identifier.MspId;

/**
 * On whose word a proof was checked.
 *
 * @param pin what two people compare
 */
public record TrustView(String channel, String pin, List<String> organisations) {
    public static TrustView of(NetworkTrust trust) {
        return new TrustView(
                trust.channel(),
                trust.pin(),
                trust.organisations().stream().map(MspId::value).toList());
    }
}
