package uz.muhr.network.fabric;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Topology;

/**
 * The chaincodes of a network's home, each release in a folder of its own: code, packages, and {@code release.json}. A
 * folder appears by one rename, so it is whole or not there.
 */
final class Releases {
    private final Path root;
    private final Topology topology;

    Releases(Topology topology, FabricFolder folder) {
        this.topology = topology;
        this.root = folder.chaincodes();
    }

    /** By name, then by sequence. A chaincode that is being upgraded has two. */
    List<Release> all() {
        List<Release> all = new ArrayList<>();
        if (Files.isDirectory(root)) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(root, "[!.]*")) {
                for (Path folder : folders) {
                    all.add(Release.of(Files.readString(folder.resolve("release.json"))));
                }
            } catch (IOException e) {
                throw new FabricException("The chaincodes in " + root + " cannot be read: " + e, e);
            }
        }
        all.sort(Comparator.comparing(Release::name).thenComparing(Release::sequence));
        return all;
    }

    /** The newest release of a chaincode. */
    Optional<Release> newest(String name) {
        return all().stream().filter(release -> release.name().equals(name)).reduce((older, newer) -> newer);
    }

    /** The newest release of each chaincode. */
    List<Release> newest() {
        Map<String, Release> newest = new TreeMap<>();
        all().forEach(release -> newest.put(release.name(), release));
        return List.copyOf(newest.values());
    }

    /** Keeps a release with a copy of its server's code. */
    void add(Release release, Path jar) {
        if (!Files.isRegularFile(jar)) {
            throw new FabricException("The chaincode server " + jar + " is not there; build it or name another jar.");
        }
        Path staging = root.resolve("." + release.label());
        try {
            delete(staging);
            ChaincodeCode.copy(jar, staging);
            for (Organisation organisation : topology.organisations()) {
                writePackage(staging, release, organisation);
            }
            Files.writeString(staging.resolve("release.json"), release.json());
            Files.move(staging, folder(release), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new FabricException("The chaincode " + release.label() + " cannot be kept: " + e, e);
        }
    }

    /**
     * Gives an organisation that joins a package of each release and a port for its server: for the newest of the network's own
     * chaincode the port that the topology names. A release that has one keeps it.
     */
    void extend(Organisation organisation) {
        Optional<Release> own = newest(topology.chaincode());
        for (Release release : all()) {
            if (release.ports().containsKey(organisation.name())) {
                continue;
            }
            int port = own.filter(release::equals).isPresent()
                    ? organisation.ports().chaincode()
                    : Objects.requireNonNull(topology.morePorts(ports()).get(organisation.name()));
            Release extended = release.with(organisation, port);
            Path next = folder(release).resolve("release.json.next");
            try {
                writePackage(folder(release), extended, organisation);
                Files.writeString(next, extended.json());
                Files.move(
                        next,
                        folder(release).resolve("release.json"),
                        StandardCopyOption.ATOMIC_MOVE,
                        StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new FabricException(
                        "The chaincode " + release.label() + " cannot be extended to " + organisation.name() + ": " + e,
                        e);
            }
        }
    }

    /** On which the servers of all releases listen, or will. */
    Set<Integer> ports() {
        Set<Integer> ports = new HashSet<>();
        all().forEach(release -> ports.addAll(release.ports().values()));
        return ports;
    }

    void remove(Release release) {
        try {
            delete(folder(release));
        } catch (IOException e) {
            throw new FabricException("The chaincode " + release.label() + " cannot be removed: " + e, e);
        }
    }

    Path jar(Release release) {
        return ChaincodeCode.jar(folder(release));
    }

    Path packageOf(Release release, Organisation organisation) {
        return folder(release).resolve(organisation.name() + ".tar.gz");
    }

    private Path folder(Release release) {
        return root.resolve(release.label());
    }

    private static void writePackage(Path folder, Release release, Organisation organisation) throws IOException {
        Files.write(
                folder.resolve(organisation.name() + ".tar.gz"),
                ChaincodePackage.of(release, organisation).bytes().toByteArray());
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(folder)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
