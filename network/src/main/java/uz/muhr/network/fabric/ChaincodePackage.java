package uz.muhr.network.fabric;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.protobuf.ByteString;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import uz.muhr.network.topology.Organisation;

/**
 * What an organisation installs on its peer: no code, only where the organisation's own chaincode server listens. For this
 * network's own peers it holds no key; the external builder adds the peer's.
 *
 * @param id Fabric's name of it: LABEL:SHA-256 of the bytes in hex
 */
record ChaincodePackage(String id, ByteString bytes) {
    static ChaincodePackage of(Release release, Organisation organisation) {
        return of(
                release.label(),
                new ServerConnection(release.address(organisation), release.tls(), release.tls(), null));
    }

    static ChaincodePackage of(String label, ServerConnection connection) {
        JsonObject metadata = new JsonObject();
        metadata.addProperty("path", "");
        metadata.addProperty("type", "ccaas");
        metadata.addProperty("label", label);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("metadata.json", metadata.toString().getBytes(UTF_8));
        files.put("code.tar.gz", Tar.gzipped("connection.json", connection.json()));
        byte[] bytes = Tar.gzipped(files);
        return new ChaincodePackage(label + ":" + sha256(bytes), ByteString.copyFrom(bytes));
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new FabricException("This Java has no SHA-256; use a complete JDK of version 17 or newer.", e);
        }
    }
}
