package uz.muhr.network.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import java.util.Map;
import java.util.TreeMap;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x509.Extension;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.User;

/**
 * The attributes in a user's certificate, in the form Fabric CA writes: a non-critical extension whose value is the plain
 * bytes of {@code {"attrs":{NAME:VALUE}}}, names sorted (fabric-ca lib/attrmgr). Contracts read the role from here.
 */
final class Attributes {
    static final ASN1ObjectIdentifier OID = new ASN1ObjectIdentifier("1.2.3.4.5.6.7.8.1");
    static final String ROLE = "muhr.role";

    private Attributes() {}

    static Extension of(Organisation organisation, User user) {
        return extension(
                Map.of(ROLE, user.role(), "hf.EnrollmentID", user.name(), "hf.Affiliation", organisation.name()));
    }

    static Extension extension(Map<String, String> attributes) {
        JsonObject values = new JsonObject();
        new TreeMap<>(attributes).forEach(values::addProperty);
        JsonObject json = new JsonObject();
        json.add("attrs", values);
        return new Extension(OID, false, json.toString().getBytes(UTF_8));
    }
}
