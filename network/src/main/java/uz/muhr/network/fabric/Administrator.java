package uz.muhr.network.fabric;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.OptionalLong;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.identity.TlsFolder;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Topology;
import uz.muhr.network.topology.User;

/** What an organisation's administrator tells the organisation's own peer and orderer, by Fabric's programs. */
final class Administrator {
    private static final Duration ANSWER = Duration.ofSeconds(30);
    /** A peer unpacks and builds the package before it answers. */
    private static final Duration INSTALLED = Duration.ofSeconds(60);

    private final Programs programs;
    private final Topology topology;
    private final NetworkHome home;
    private final Organisation organisation;

    Administrator(Programs programs, Topology topology, NetworkHome home, Organisation organisation) {
        this.programs = programs;
        this.topology = topology;
        this.home = home;
        this.organisation = organisation;
    }

    /** The number of blocks the organisation's orderer has of the channel; empty when it has not joined. */
    OptionalLong ordererHeight() {
        String answer = osnadmin("list", "--channelID", topology.channel()).within(ANSWER);
        JsonObject channel = JsonParser.parseString(answer).getAsJsonObject();
        return channel.has("height") ? OptionalLong.of(channel.get("height").getAsLong()) : OptionalLong.empty();
    }

    void joinOrderer(Path genesisBlock) {
        String answer = osnadmin("join", "--channelID", topology.channel(), "--config-block", genesisBlock)
                .within(ANSWER);
        JsonObject said = JsonParser.parseString(answer).getAsJsonObject();
        if (said.has("error")) {
            throw new FabricException("The orderer of " + organisation.name() + " did not join the channel: "
                    + said.get("error").getAsString());
        }
    }

    /** Whether the organisation's orderer takes part in the ordering and is not only following. */
    boolean doesOrder() {
        String answer = osnadmin("list", "--channelID", topology.channel()).within(ANSWER);
        JsonObject channel = JsonParser.parseString(answer).getAsJsonObject();
        return channel.has("consensusRelation")
                && channel.get("consensusRelation").getAsString().equals("consenter");
    }

    void fetchConfiguration(Path block) {
        peer("channel", "fetch", "config", block).arguments(toOrderer()).within(ANSWER);
    }

    /** Adds the administrator's signature to a change of the configuration. */
    void sign(Path update) {
        peer("channel", "signconfigtx", "-f", update).within(ANSWER);
    }

    /** Signs a change of the configuration too, and hands it to the organisation's orderer. */
    void submit(Path update) {
        peer("channel", "update", "-f", update).arguments(toOrderer()).within(ANSWER);
    }

    private Object[] toOrderer() {
        return new Object[] {
            "-c",
            topology.channel(),
            "-o",
            Configuration.LOOPBACK + organisation.ports().orderer(),
            // Its default, 3 s, is tried once, and few for an orderer that starts on a busy machine.
            "--connTimeout",
            "20s",
            "--tls",
            "--cafile",
            home.tlsAuthority(organisation).certificate()
        };
    }

    boolean hasPeerJoined() {
        return peer("channel", "list").within(ANSWER).lines().anyMatch(line -> line.strip()
                .equals(topology.channel()));
    }

    void joinPeer(Path genesisBlock) {
        peer("channel", "join", "-b", genesisBlock).within(ANSWER);
    }

    boolean hasInstalled(String packageId) {
        String answer =
                peer("lifecycle", "chaincode", "queryinstalled", "-O", "json").within(ANSWER);
        JsonArray installed = JsonParser.parseString(answer).getAsJsonObject().getAsJsonArray("installed_chaincodes");
        if (installed != null) {
            for (JsonElement each : installed) {
                if (each.getAsJsonObject().get("package_id").getAsString().equals(packageId)) {
                    return true;
                }
            }
        }
        return false;
    }

    void install(Path chaincodePackage) {
        peer("lifecycle", "chaincode", "install", chaincodePackage).within(INSTALLED);
    }

    private ProgramRun peer(Object... arguments) {
        return new ProgramRun(programs.path(Programs.PEER))
                .arguments(arguments)
                .with("FABRIC_CFG_PATH", new FabricFolder(home).peer(organisation))
                .with(
                        "CORE_PEER_MSPCONFIGPATH",
                        home.user(organisation, User.ADMIN).root())
                .with("FABRIC_LOGGING_SPEC", "error");
    }

    private ProgramRun osnadmin(Object... arguments) {
        TlsFolder admin = home.adminTls(organisation);
        return new ProgramRun(programs.path(Programs.OSNADMIN))
                .arguments("channel")
                .arguments(arguments)
                .arguments(
                        "--orderer-address",
                        Configuration.LOOPBACK + organisation.ports().ordererAdmin())
                .arguments("--ca-file", admin.authority())
                .arguments("--client-cert", admin.certificate(), "--client-key", admin.privateKey())
                .arguments("--no-status");
    }
}
