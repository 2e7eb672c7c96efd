package uz.muhr.network.fabric;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.local.OrganisationStatus;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Topology;

/** Tells how the whole network is, to a person or to a program. */
record FabricStatus(List<Part> parts, List<Definition> chaincodes) {
    /**
     * One organisation's part.
     *
     * @param ordererHeight the blocks its orderer has, or empty when it cannot be asked
     * @param ordererDetail what was wrong with the orderer, or empty
     * @param skew by how many seconds its peer's clock is ahead, or empty when the peer does not tell
     */
    record Part(
            OrganisationStatus peer,
            String orderer,
            OptionalLong ordererHeight,
            String ordererDetail,
            OptionalLong skew) {
        boolean isUp() {
            return peer.isUp() && ordererHeight.isPresent();
        }
    }

    /** A chaincode as the channel defines it; the sequence is empty when it has no such definition, or cannot be asked. */
    record Definition(String name, OptionalLong sequence) {}

    FabricStatus {
        parts = List.copyOf(parts);
        chaincodes = List.copyOf(chaincodes);
    }

    static FabricStatus of(Programs programs, Topology topology, NetworkHome home) {
        List<Part> parts = Together.forEach(
                topology.organisations(), organisation -> part(programs, topology, home, organisation));
        try (Lifecycle lifecycle =
                new Lifecycle(topology, home, topology.organisations().get(0))) {
            return new FabricStatus(
                    parts,
                    names(topology, home)
                            .map(name -> new Definition(name, lifecycle.committed(name)))
                            .toList());
        }
    }

    private static Stream<String> names(Topology topology, NetworkHome home) {
        return new Releases(topology, new FabricFolder(home))
                .all().stream().map(Release::name).distinct();
    }

    private static Part part(Programs programs, Topology topology, NetworkHome home, Organisation organisation) {
        CompletableFuture<OptionalLong> clock =
                PeerClock.skew(organisation.ports().operations(), Clock.systemUTC());
        OrganisationStatus peer = OrganisationStatus.of(topology, home, organisation);
        OptionalLong skew = clock.join();
        String address = Configuration.LOOPBACK + organisation.ports().orderer();
        try {
            OptionalLong height = new Administrator(programs, topology, home, organisation).ordererHeight();
            return new Part(peer, address, height, height.isPresent() ? "" : "the orderer is not on the channel", skew);
        } catch (FabricException e) {
            return new Part(
                    peer, address, OptionalLong.empty(), "the orderer does not answer: " + e.getMessage(), skew);
        }
    }

    boolean isUp() {
        return parts.stream().allMatch(Part::isUp)
                && chaincodes.stream().allMatch(c -> c.sequence().isPresent());
    }

    String text() {
        return Stream.concat(
                        parts.stream().map(FabricStatus::line),
                        chaincodes.stream()
                                .map(chaincode -> "chaincode " + chaincode.name() + ": "
                                        + (chaincode.sequence().isPresent()
                                                ? "version "
                                                        + chaincode.sequence().getAsLong()
                                                : "not committed")))
                .collect(Collectors.joining("\n"));
    }

    /** As the devnet's, and "engine", "chaincodes", and for each organisation "orderer" and "clockSkewSeconds"; one line. */
    String json() {
        JsonArray organisations = new JsonArray();
        for (Part part : parts) {
            JsonObject orderer = new JsonObject();
            orderer.addProperty("address", part.orderer());
            part.ordererHeight().ifPresent(height -> orderer.addProperty("height", height));
            orderer.addProperty("detail", part.ordererDetail());
            JsonObject one = part.peer().json();
            one.add("orderer", orderer);
            part.skew().ifPresent(seconds -> one.addProperty("clockSkewSeconds", seconds));
            organisations.add(one);
        }
        JsonArray definitions = new JsonArray();
        for (Definition chaincode : chaincodes) {
            JsonObject one = new JsonObject();
            one.addProperty("name", chaincode.name());
            chaincode.sequence().ifPresent(sequence -> one.addProperty("sequence", sequence));
            definitions.add(one);
        }
        JsonObject report = new JsonObject();
        report.addProperty("up", isUp());
        report.addProperty("engine", "fabric");
        report.add("organisations", organisations);
        report.add("chaincodes", definitions);
        return report.toString();
    }

    private static String line(Part part) {
        String how = part.isUp()
                ? "up"
                : "down: "
                        + Stream.of(part.peer().detail(), part.ordererDetail())
                                .filter(detail -> !detail.isEmpty())
                                .collect(Collectors.joining("; "));
        return String.format(
                Locale.ROOT,
                "%-12s peer %-15s blocks %-6s orderer %-15s blocks %-6s clock %-5s %s",
                part.peer().name(),
                part.peer().peer(),
                shown(part.peer().height(), ""),
                part.orderer(),
                shown(part.ordererHeight(), ""),
                shown(part.skew(), " s"),
                how);
    }

    private static String shown(OptionalLong number, String unit) {
        return number.isPresent() ? number.getAsLong() + unit : "?";
    }
}
