package uz.muhr.network.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.SampleTopology;
import uz.muhr.network.topology.Topology;

/** What the rendered files promise, read back as YAML. */
final class ConfigurationTest {
    private final Topology topology = SampleTopology.topology();
    private final Organisation chamber = topology.organisation("chamber");
    private final NetworkHome home;
    private final Configuration configuration;

    ConfigurationTest(@TempDir Path folder) {
        home = new NetworkHome(folder.resolve("home"));
        configuration = new Configuration(topology, home, SampleTopology.file().resolveSibling("ccaas"));
    }

    /** Keys the peer reads without a default of its own (viper's get without a set): absent would be zero, or off. */
    @Test
    void everyKeyWhoseAbsenceIsNotTheSamplesValueIsStated() {
        Map<String, Object> core = flat(configuration.core(chamber));
        for (String key : List.of(
                "peer.handlers.decorators",
                "peer.handlers.endorsers.escc.name",
                "peer.handlers.validators.vscc.name",
                "peer.authentication.timewindow",
                "peer.limits.concurrency.endorserService",
                "peer.limits.concurrency.deliverService",
                "peer.limits.concurrency.gatewayService",
                "peer.maxRecvMsgSize",
                "peer.maxSendMsgSize",
                "peer.discovery.enabled",
                "peer.discovery.authCacheEnabled",
                "peer.discovery.authCacheMaxSize",
                "peer.discovery.authCachePurgeRetentionRatio",
                "peer.keepalive.minInterval",
                "peer.keepalive.interval",
                "peer.keepalive.timeout",
                "peer.gossip.orgLeader",
                "peer.gossip.useLeaderElection",
                "peer.gossip.externalEndpoint",
                "peer.gossip.pvtData.pullRetryThreshold",
                "peer.gossip.pvtData.transientstoreMaxBlockRetention",
                "peer.gossip.pvtData.reconciliationEnabled",
                "peer.gossip.pvtData.btlPullMargin",
                "peer.gossip.state.enabled",
                "peer.deliveryclient.policy",
                "peer.deliveryclient.connTimeout",
                "peer.gateway.enabled",
                "peer.gateway.endorsementTimeout",
                "peer.localMspType",
                "chaincode.executetimeout",
                "chaincode.installTimeout",
                "chaincode.startuptimeout",
                "chaincode.mode",
                "chaincode.runtimeParams.useWriteBatch",
                "chaincode.runtimeParams.maxSizeWriteBatch",
                "chaincode.runtimeParams.useGetMultipleKeys",
                "chaincode.runtimeParams.maxSizeGetMultipleKeys",
                "ledger.state.stateDatabase",
                "ledger.state.totalQueryLimit",
                "ledger.history.enableHistoryDatabase",
                "ledger.pvtdataStore.collElgProcMaxDbBatchSize",
                "ledger.pvtdataStore.purgeInterval",
                "ledger.snapshots.rootDir",
                "operations.listenAddress",
                "metrics.provider")) {
            assertTrue(core.containsKey(key), key);
        }
    }

    @Test
    void aPeerChecksWhoCallsAndServesOverTlsOnly() {
        Map<String, Object> core = flat(configuration.core(chamber));
        assertEquals(
                List.of(
                        Map.of("name", "DefaultAuth"),
                        Map.of("name", "ExpirationCheck"),
                        Map.of("name", "TimeWindowCheck")),
                core.get("peer.handlers.authFilters"));
        assertEquals(true, core.get("peer.tls.enabled"));
        assertEquals(home.peerTls(chamber).privateKey().toString(), core.get("peer.tls.key.file"));
    }

    @Test
    void onlyTheSystemChaincodesInUseAreAllowed() {
        Map<String, Object> core = flat(configuration.core(chamber));
        assertEquals(
                List.of("chaincode.system._lifecycle", "chaincode.system.cscc", "chaincode.system.qscc"),
                core.keySet().stream()
                        .filter(key -> key.startsWith("chaincode.system."))
                        .toList());
    }

    /** Each tries once. */
    @Test
    void theAdministratorsCommandsGiveAPeerTimeToTakeTheirCall() {
        assertEquals("20s", flat(configuration.core(chamber)).get("peer.client.connTimeout"));
    }

    @Test
    void historyIsOffAndDockerIsNotLookedFor() {
        Map<String, Object> core = flat(configuration.core(chamber));
        assertEquals(false, core.get("ledger.history.enableHistoryDatabase"));
        assertEquals("", core.get("vm.endpoint"));
    }

    @Test
    void anOrderersChannelParticipationTakesOnlyCertifiedCallers() {
        Map<String, Object> orderer = flat(configuration.orderer(chamber));
        assertEquals(true, orderer.get("Admin.TLS.Enabled"));
        assertEquals(true, orderer.get("Admin.TLS.ClientAuthRequired"));
        assertEquals(List.of(home.ordererTls(chamber).authority().toString()), orderer.get("Admin.TLS.ClientRootCAs"));
        assertEquals(true, orderer.get("General.TLS.Enabled"));
        assertEquals(false, orderer.get("General.Authentication.NoExpirationChecks"));
        assertEquals("ChamberOrdererMSP", orderer.get("General.LocalMSPID"));
        assertEquals(8050, orderer.get("General.ListenPort"));
    }

    @Test
    void everythingListensOnTheLoopbackInterfaceOnly() {
        for (Organisation organisation : topology.organisations()) {
            for (String file : List.of(configuration.core(organisation), configuration.orderer(organisation))) {
                flat(file).forEach((key, value) -> {
                    if (key.matches("(?i).*(address|endpoint|bootstrap)")
                            && !key.matches("vm\\.endpoint|.*couchDBAddress")) {
                        assertTrue(value.toString().matches("127\\.0\\.0\\.1(:[0-9]+)?"), key + " is " + value);
                    }
                });
                assertFalse(file.contains("0.0.0.0:"));
            }
        }
    }

    @Test
    void noTwoNodesShareAFolderOrAPort() {
        List<String> lines = topology.organisations().stream()
                .flatMap(o -> (configuration.core(o) + configuration.orderer(o)).lines())
                .filter(line -> line.matches("\\s*(fileSystemPath|rootDir|Location|WALDir|SnapDir|listenAddress|"
                        + "ListenAddress|ListenPort): .*"))
                .filter(line -> !line.matches(".*127\\.0\\.0\\.1(:0)?"))
                .map(String::strip)
                .toList();
        assertEquals(lines.stream().distinct().toList(), lines);
        assertEquals(10 * 4, lines.size());
    }

    @Test
    void theChannelHasAConsenterAnAnchorAndTwoMspsForEachOrganisation() {
        Map<String, Object> channel = flat(new ChannelDefinition(topology, home).yaml());
        String orderer = "Profiles.Channel.Orderer.";
        assertEquals("BFT", channel.get(orderer + "OrdererType"));
        List<Map<String, Object>> consenters = items(channel, orderer + "ConsenterMapping");
        assertEquals(
                List.of(1, 2, 3, 4), consenters.stream().map(c -> c.get("ID")).toList());
        assertEquals(
                home.orderer(chamber).certificate().toString(),
                consenters.get(1).get("Identity"));
        List<Map<String, Object>> members = items(channel, "Profiles.Channel.Application.Organizations");
        assertEquals("ChamberMSP", members.get(1).get("ID"));
        assertEquals(
                List.of(Map.of("Host", "127.0.0.1", "Port", 8051)),
                members.get(1).get("AnchorPeers"));
        assertEquals("OR('ChamberMSP.peer')", flat(members.get(1)).get("Policies.Endorsement.Rule"));
    }

    @Test
    void batchesAreTunedForDocumentsThatSomebodyWaitsFor() {
        Map<String, Object> channel = flat(new ChannelDefinition(topology, home).yaml());
        assertEquals("200ms", channel.get("Profiles.Channel.Orderer.BatchTimeout"));
        assertEquals("50ms", channel.get("Profiles.Channel.Orderer.SmartBFT.RequestBatchMaxInterval"));
    }

    @Test
    void theFilesAreWrittenAndWrittenAnew() {
        configuration.write();
        configuration.write();
        FabricFolder folder = new FabricFolder(home);
        assertTrue(Files.exists(folder.peer(chamber).resolve("core.yaml")));
        assertTrue(Files.exists(folder.orderer(chamber).resolve("orderer.yaml")));
        assertTrue(Files.exists(folder.channelConfiguration()));
    }

    @Test
    void aFolderWithoutTheExternalBuilderIsRefused(@TempDir Path empty) {
        FabricException refusal =
                assertThrows(FabricException.class, () -> new Configuration(topology, home, empty).write());
        assertTrue(String.valueOf(refusal.getMessage()).contains("executable bin/detect"), refusal::getMessage);
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> items(Map<String, Object> flat, String key) {
        return (List<Map<String, Object>>) Objects.requireNonNull(flat.get(key), key);
    }

    private static Map<String, Object> flat(String yaml) {
        Map<String, Object> read = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return flat(read);
    }

    private static Map<String, Object> flat(Map<String, Object> map) {
        Map<String, Object> flat = new TreeMap<>();
        flatten("", map, flat);
        return flat;
    }

    @SuppressWarnings("unchecked")
    private static void flatten(String prefix, Map<String, Object> map, Map<String, Object> into) {
        map.forEach((key, value) -> {
            if (value instanceof Map<?, ?> inner) {
                flatten(prefix + key + ".", (Map<String, Object>) inner, into);
            } else {
                into.put(prefix + key, value == null ? "" : value);
            }
        });
    }
}
