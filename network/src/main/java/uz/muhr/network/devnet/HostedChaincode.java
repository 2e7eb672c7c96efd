package uz.muhr.network.devnet;

import com.google.gson.Gson;
import com.google.gson.JsonSyntaxException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Topology;

/**
 * A chaincode of the devnet: the network's own, or another that was added and is kept in the home's {@code chaincodes}.
 *
 * @param name the chaincode's name on the channel
 * @param jar its server's jar; empty for the network's own, which whoever starts the processes knows
 * @param ports where each organisation's server listens, by the organisation's name
 */
public record HostedChaincode(String name, String jar, Map<String, Integer> ports) {
    private static final String ENDING = ".json";

    public HostedChaincode {
        ports = Map.copyOf(ports);
    }

    /** The network's own, and after it the others by name. */
    static List<HostedChaincode> of(Topology topology, NetworkHome home) {
        Map<String, Integer> own = new HashMap<>();
        topology.organisations()
                .forEach(each -> own.put(each.name(), each.ports().chaincode()));
        List<HostedChaincode> all = new ArrayList<>(List.of(new HostedChaincode(topology.chaincode(), "", own)));
        all.addAll(others(home));
        return all;
    }

    /** Those that were added, by name. */
    public static List<HostedChaincode> others(NetworkHome home) {
        List<HostedChaincode> others = new ArrayList<>();
        if (Files.isDirectory(home.devnetChaincodes())) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(home.devnetChaincodes(), "*" + ENDING)) {
                for (Path file : files) {
                    others.add(
                            Objects.requireNonNull(new Gson().fromJson(Files.readString(file), HostedChaincode.class)));
                }
            } catch (IOException e) {
                throw new UncheckedIOException("The chaincodes in " + home.devnetChaincodes() + " cannot be read.", e);
            } catch (JsonSyntaxException | NullPointerException damaged) {
                throw new IllegalStateException(
                        "A file in " + home.devnetChaincodes() + " is damaged; start a new network with --fresh.",
                        damaged);
            }
        }
        others.sort(Comparator.comparing(HostedChaincode::name));
        return others;
    }

    /** Keeps another chaincode, on free ports; one that is there already keeps its ports and takes the new jar. */
    public static void add(Topology topology, NetworkHome home, String name, Path jar) throws IOException {
        List<HostedChaincode> others = others(home);
        Set<Integer> spokenFor =
                others.stream().flatMap(other -> other.ports.values().stream()).collect(Collectors.toSet());
        Map<String, Integer> ports = others.stream()
                .filter(other -> other.name().equals(name))
                .map(HostedChaincode::ports)
                .findFirst()
                .orElseGet(() -> topology.morePorts(spokenFor));
        Files.createDirectories(home.devnetChaincodes());
        Path next = Files.writeString(
                home.devnetChaincodes().resolve(name + ".next"),
                new Gson().toJson(new HostedChaincode(name, jar.toAbsolutePath().toString(), ports)));
        Files.move(
                next,
                home.devnetChaincodes().resolve(name + ENDING),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    /** Where an organisation's server listens. */
    public int port(Organisation organisation) {
        Integer port = ports.get(organisation.name());
        if (port == null) {
            throw new IllegalStateException("The chaincode " + name + " has no port for " + organisation.name()
                    + "; start a new network with --fresh.");
        }
        return port;
    }
}
