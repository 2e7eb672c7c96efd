package uz.muhr.network.fabric;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonSyntaxException;
import java.util.Map;
import java.util.TreeMap;
import uz.muhr.network.topology.Organisation;

/**
 * One version of a chaincode as this network runs it.
 *
 * @param name the chaincode's name on the channel
 * @param sequence Fabric's number of the definition, from 1; also the version's name
 * @param tls whether its servers take mutual TLS only; otherwise they are called in the clear
 * @param ports where each organisation's server listens, by the organisation's name
 */
record Release(String name, int sequence, boolean tls, Map<String, Integer> ports) {
    private static final Gson JSON = new GsonBuilder().setPrettyPrinting().create();

    Release {
        ports = Map.copyOf(ports);
    }

    static Release of(String json) {
        try {
            return JSON.fromJson(json, Release.class);
        } catch (JsonSyntaxException damaged) {
            throw new FabricException("A chaincode's release.json is damaged: " + damaged.getMessage(), damaged);
        }
    }

    String json() {
        return JSON.toJson(Map.of("name", name, "sequence", sequence, "tls", tls, "ports", new TreeMap<>(ports)))
                + "\n";
    }

    /** The same with one more organisation's server. */
    Release with(Organisation organisation, int port) {
        Map<String, Integer> more = new TreeMap<>(ports);
        more.put(organisation.name(), port);
        return new Release(name, sequence, tls, more);
    }

    /** What packages and folders of this release are called. */
    String label() {
        return name + "." + sequence;
    }

    String version() {
        return Integer.toString(sequence);
    }

    int port(Organisation organisation) {
        Integer port = ports.get(organisation.name());
        if (port == null) {
            throw new FabricException("The chaincode " + label() + " has no port for " + organisation.name() + ".");
        }
        return port;
    }

    String address(Organisation organisation) {
        return Configuration.LOOPBACK + port(organisation);
    }

    /** The name of an organisation's chaincode server process. */
    String process(Organisation organisation) {
        return "chaincode-" + organisation.name() + "-" + label();
    }
}
