package uz.muhr.network.devnet;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hyperledger.fabric.protos.common.Block;
import uz.muhr.network.devnet.chaincode.ChaincodeServerLink;
import uz.muhr.network.devnet.deliver.DeliverService;
import uz.muhr.network.devnet.endorsement.Admission;
import uz.muhr.network.devnet.endorsement.Peer;
import uz.muhr.network.devnet.gateway.Channel;
import uz.muhr.network.devnet.gateway.CommitWaiters;
import uz.muhr.network.devnet.gateway.GatewayService;
import uz.muhr.network.devnet.genesis.ConfigBlock;
import uz.muhr.network.devnet.genesis.DefinitionTransaction;
import uz.muhr.network.devnet.ledger.Ledger;
import uz.muhr.network.devnet.ledger.Snapshot;
import uz.muhr.network.devnet.ledger.StateKey;
import uz.muhr.network.devnet.msp.Members;
import uz.muhr.network.devnet.msp.NodeKeys;
import uz.muhr.network.devnet.ordering.BlockMaker;
import uz.muhr.network.devnet.ordering.Consenters;
import uz.muhr.network.devnet.ordering.OrderingService;
import uz.muhr.network.devnet.policy.ChaincodeDefinition;
import uz.muhr.network.devnet.policy.Definitions;
import uz.muhr.network.devnet.policy.EndorsementPolicy;
import uz.muhr.network.devnet.validation.BlockValidation;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Topology;

/**
 * The running network. It holds every organisation's keys in one process: it is for one machine (development,
 * demonstration, tests) and listens on the loopback interface only.
 */
public final class Devnet implements AutoCloseable {
    private static final Duration EXECUTE_TIMEOUT = Duration.ofSeconds(30);
    private static final String CHAINCODE_VERSION = "1";
    private static final int CLOSE_SECONDS = 5;
    private static final int ORDERER_PORT = 7050;

    private final Ledger ledger;
    private final List<ChaincodeServerLink> links = new ArrayList<>();
    private final List<PeerServer> servers = new ArrayList<>();
    private final ExecutorService executor = Executors.newCachedThreadPool(daemons("devnet-call"));
    private final ScheduledExecutorService timer = Executors.newScheduledThreadPool(1, daemons("devnet-timer"));
    private final OrderingService ordering;
    private final Channel channel;

    private Devnet(Topology topology, NetworkHome home, List<NodeKeys> members, Ledger ledger, Clock clock) {
        this.ledger = ledger;
        Map<String, Path> roots = new LinkedHashMap<>();
        members.forEach(member -> roots.put(member.organisation().mspId(), member.rootFile()));
        Members identities = Members.of(roots);
        List<String> mspIds =
                topology.organisations().stream().map(Organisation::mspId).toList();
        List<HostedChaincode> hosted = HostedChaincode.of(topology, home);
        Definitions definitions = new Definitions(hosted.stream()
                .map(each -> new ChaincodeDefinition(
                        each.name(), CHAINCODE_VERSION, EndorsementPolicy.peersOf(topology.majority(), mspIds)))
                .toList());
        Consenters consenters =
                new Consenters(members.stream().map(NodeKeys::orderer).toList());
        BlockMaker maker = new BlockMaker(ledger, consenters, new BlockValidation(ledger, identities, definitions));
        begin(topology, members, definitions, maker, clock);

        // From here on there are threads, which close() ends.
        ordering = new OrderingService(topology.channel(), identities, clock, maker);
        List<Peer> peers = new ArrayList<>();
        for (NodeKeys member : members) {
            Organisation organisation = member.organisation();
            Map<String, Peer.Hosted> served = new HashMap<>();
            for (HostedChaincode each : hosted) {
                ChaincodeServerLink link =
                        new ChaincodeServerLink(organisation.name(), each.port(organisation), EXECUTE_TIMEOUT, timer);
                links.add(link);
                served.put(
                        each.name(),
                        new Peer.Hosted(definitions.find(each.name()).orElseThrow(), link));
            }
            String address = "127.0.0.1:" + organisation.ports().peer();
            peers.add(new Peer(member.peer(), address, topology.channel(), served, ledger));
        }
        channel = new Channel(
                topology.channel(),
                definitions,
                identities,
                ledger,
                new Admission(topology.channel(), identities, ledger, clock),
                List.copyOf(peers),
                ordering,
                consenters,
                topology.organisations().stream()
                        .map(organisation -> "orderer." + organisation.domain() + ":" + ORDERER_PORT)
                        .toList());
    }

    /**
     * Opens the network's ledger, or begins it, and listens on every organisation's peer port. When something is in the
     * way (a port, the ledger, other identities) it says what, and holds nothing.
     */
    public static Devnet start(Topology topology, NetworkHome home) {
        Clock clock = Clock.systemUTC();
        List<NodeKeys> members = topology.organisations().stream()
                .map(organisation -> NodeKeys.read(organisation, home))
                .toList();
        Ledger ledger = Ledger.open(home.devnet());
        Devnet devnet;
        try {
            devnet = new Devnet(topology, home, members, ledger, clock);
        } catch (RuntimeException e) {
            ledger.close();
            throw e;
        }
        try {
            devnet.listen(members, clock);
            return devnet;
        } catch (RuntimeException e) {
            devnet.close();
            throw e;
        }
    }

    private void listen(List<NodeKeys> members, Clock clock) {
        CommitWaiters waiters = new CommitWaiters(ledger);
        for (NodeKeys member : members) {
            servers.add(PeerServer.start(
                    member,
                    new GatewayService(channel, member.organisation().mspId(), waiters, executor),
                    new DeliverService(channel.name(), channel.members(), ledger, clock, executor),
                    executor));
        }
    }

    private void begin(
            Topology topology, List<NodeKeys> members, Definitions definitions, BlockMaker maker, Clock clock) {
        if (ledger.height() == 0) {
            ledger.commit(ConfigBlock.create(topology.channel(), members, clock.instant()));
        }
        Block genesis = ledger.block(0).orElseThrow();
        ConfigBlock.requireSame(genesis, topology.channel(), members);
        for (ChaincodeDefinition definition : definitions.all()) {
            if (!isDefined(definition)) {
                maker.make(
                        List.of(DefinitionTransaction.create(topology.channel(), definition, members, clock.instant())
                                .toByteString()));
            }
        }
    }

    private boolean isDefined(ChaincodeDefinition definition) {
        try (Snapshot snapshot = ledger.snapshot()) {
            return snapshot.get(new StateKey(ChaincodeDefinition.LIFECYCLE, definition.sequenceKey()))
                    .isPresent();
        }
    }

    private static ThreadFactory daemons(String name) {
        return work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Waits until every organisation's chaincode is registered; says whose is not when time runs out. */
    public void awaitChaincode(Duration deadline) {
        long end = System.nanoTime() + deadline.toNanos();
        try {
            for (ChaincodeServerLink link : links) {
                link.awaitReady(end);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the chaincode servers.", e);
        } catch (TimeoutException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    /** The number of blocks. */
    public long height() {
        return ledger.height();
    }

    /** Stops listening, finishes the block at hand and closes the ledger. */
    @Override
    public void close() {
        servers.forEach(PeerServer::close);
        ordering.close();
        links.forEach(ChaincodeServerLink::close);
        timer.shutdown();
        executor.shutdown();
        try {
            // Whoever still reads the ledger is let finish: the store must not be closed under a reader.
            if (!executor.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
                System.err.println("Some calls did not end within " + CLOSE_SECONDS + " seconds.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ledger.close();
    }
}
