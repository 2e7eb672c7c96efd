package uz.muhr.protocol.consignment;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import uz.muhr.protocol.freight.SealManufacturer;
import uz.muhr.protocol.freight.SealNumber;
import uz.muhr.protocol.hash.DomainHash;
import uz.muhr.protocol.hash.Hex32;
import uz.muhr.protocol.refusal.Refusal;

/**
 * 32 random bytes of one organisation, for good, under which it tags every container seal that it affixes. The tag keeps it
 * from affixing one seal twice by mistake, without telling others which; shown to an inspector, the key exposes every tag that
 * is not its seal's. {@link #toString} hides it.
 */
public record RegistryKey(String hex) {
    private static final String HMAC = "HmacSHA256";

    public RegistryKey {
        if (!Hex32.matches(hex)) {
            throw Refusal.malformed("The registry key has to be 64 digits of 0-9 and a-f; it is not.");
        }
    }

    public RegistryKeyHash hash() {
        return new RegistryKeyHash(DomainHash.of("muhr/seal-registry-key/1", Hex32.bytes(hex)));
    }

    /** HMAC-SHA-256 (RFC 2104) over the domain-separated hash of maker and number. */
    public SealTag tag(SealManufacturer manufacturer, SealNumber number) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(Hex32.bytes(hex), HMAC));
            return new SealTag(HexFormat.of()
                    .formatHex(mac.doFinal(Hex32.bytes(DomainHash.of(
                            "muhr/seal-tag/1",
                            ConsignmentSecret.ascii(manufacturer.value()),
                            ConsignmentSecret.ascii(number.value()))))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC-SHA-256.", e);
        }
    }

    @Override
    public String toString() {
        return "registry key";
    }
}
