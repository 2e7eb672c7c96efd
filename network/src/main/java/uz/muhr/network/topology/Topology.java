package uz.muhr.network.topology;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Everything {@code network.yaml} says. It cannot exist with clashing names, MSP ids, domains or ports.
 *
 * @param channel the one channel of the network
 * @param chaincode the chaincode's name on that channel
 * @param organisations at least one, in the file's order
 * @param authoritySince the UTC date from whose first second the initial authorities hold
 */
public record Topology(String channel, String chaincode, List<Organisation> organisations, LocalDate authoritySince) {
    public Topology {
        Names.CHANNEL.require("The channel", channel);
        Names.CHAINCODE.require("The chaincode", chaincode);
        organisations = List.copyOf(organisations);
        if (organisations.isEmpty()) {
            throw new TopologyException("The list of organisations is empty; name at least one.");
        }
        Names.requireDistinct(
                "The organisation name",
                organisations.stream().map(Organisation::name).toList());
        Names.requireDistinct(
                "The MSP id",
                organisations.stream()
                        .flatMap(o -> Stream.of(o.mspId(), o.ordererMspId()))
                        .toList());
        Names.requireDistinct(
                "The domain", organisations.stream().map(Organisation::domain).toList());
        Names.requireDistinct(
                "The port",
                organisations.stream().flatMap(o -> o.ports().all().stream()).toList());
    }

    /**
     * Reads a {@code network.yaml}.
     *
     * @throws TopologyException when the file cannot be read, is no YAML, lacks a field, or has one too many
     */
    public static Topology read(Path yaml) {
        return TopologyFile.read(yaml);
    }

    /** The same network on loopback ports that were free a moment ago, so that tests can run beside each other. */
    public Topology onFreePorts() {
        Iterator<Integer> free =
                FreePorts.take(Ports.NAMES.size() * organisations.size()).iterator();
        List<Organisation> moved = organisations.stream()
                .map(o -> o.withPorts(
                        new Ports(free.next(), free.next(), free.next(), free.next(), free.next(), free.next())))
                .toList();
        return new Topology(channel, chaincode, moved, authoritySince);
    }

    /** All ports that the organisations' components listen on. */
    public Set<Integer> ports() {
        return organisations.stream()
                .flatMap(o -> o.ports().all().stream())
                .collect(Collectors.toCollection(HashSet::new));
    }

    /**
     * A free port for one more server of each organisation, by the organisation's name.
     *
     * @param spokenFor ports that others may come to listen on, beside the topology's own
     */
    public Map<String, Integer> morePorts(Set<Integer> spokenFor) {
        Set<Integer> all = ports();
        all.addAll(spokenFor);
        Iterator<Integer> free = FreePorts.take(organisations.size(), all).iterator();
        return organisations.stream().collect(Collectors.toMap(Organisation::name, each -> free.next()));
    }

    /**
     * Finds an organisation by its name or its MSP id.
     *
     * @throws TopologyException when there is none
     */
    public Organisation organisation(String nameOrMspId) {
        return organisations.stream()
                .filter(o -> o.name().equals(nameOrMspId) || o.mspId().equals(nameOrMspId))
                .findFirst()
                .orElseThrow(() -> new TopologyException("There is no organisation \"" + Names.shown(nameOrMspId)
                        + "\"; there are "
                        + String.join(
                                ", ",
                                organisations.stream().map(Organisation::name).toList()) + "."));
    }

    /**
     * The same network as the clients of another of its chaincodes see it.
     *
     * @throws TopologyException when Fabric would not take the name
     */
    public Topology withChaincode(String name) {
        return new Topology(channel, name, organisations, authoritySince);
    }

    /** The same network when it had only so many of its organisations, the first of the list. */
    public Topology first(int count) {
        return new Topology(channel, chaincode, organisations.subList(0, count), authoritySince);
    }

    /** How many organisations are more than half of them. */
    public int majority() {
        return organisations.size() / 2 + 1;
    }
}
