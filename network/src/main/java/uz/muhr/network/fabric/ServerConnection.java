package uz.muhr.network.fabric;

import com.google.gson.JsonObject;
import org.jspecify.annotations.Nullable;

/**
 * How a peer reaches a chaincode server: the {@code connection.json} of a package (fabric
 * core/container/externalbuilder/instance.go, ChaincodeServerUserData).
 *
 * @param address host and port
 * @param tls whether the server is called over TLS
 * @param clientAuth whether the server demands a certificate of the peer
 * @param keys what the package brings for that; the external builder of this project adds the peer's own where it is null
 */
record ServerConnection(
        String address,
        boolean tls,
        boolean clientAuth,
        @Nullable Keys keys) {
    /**
     * Texts in PEM.
     *
     * @param root whose signature the server's certificate has to carry
     * @param client what the peer shows, or null when the server demands nothing
     */
    record Keys(String root, @Nullable Client client) {}

    /** A peer's certificate and key. */
    record Client(String certificate, String key) {
        @Override
        public String toString() {
            return "Client[" + certificate + "]";
        }
    }

    String json() {
        JsonObject json = new JsonObject();
        json.addProperty("address", address);
        json.addProperty("dial_timeout", "10s");
        json.addProperty("tls_required", tls);
        json.addProperty("client_auth_required", clientAuth);
        if (keys != null) {
            json.addProperty("root_cert", keys.root());
            Client client = keys.client();
            if (client != null) {
                json.addProperty("client_cert", client.certificate());
                json.addProperty("client_key", client.key());
            }
        }
        return json.toString();
    }
}
