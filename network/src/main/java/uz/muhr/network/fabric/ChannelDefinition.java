package uz.muhr.network.fabric;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import uz.muhr.network.identity.MspFolder;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Topology;

/** What a channel of these organisations, with the certificates they have now, is to be. */
record ChannelDefinition(Topology topology, NetworkHome home) {
    private static final Duration MADE = Duration.ofSeconds(30);

    /** {@code configtx.yaml}. */
    String yaml() {
        List<Map<String, Object>> organisations = new ArrayList<>();
        for (Organisation organisation : topology.organisations()) {
            organisations.add(member(organisation, organisations.size() + 1));
        }
        return Template.named("configtx.yaml").fill(Map.of(), Map.of("organisations", organisations));
    }

    private Map<String, Object> member(Organisation organisation, int number) {
        String mspId = organisation.mspId();
        String ordererMspId = organisation.ordererMspId();
        MspFolder orderer = home.orderer(organisation);
        Map<String, Object> values = new HashMap<>();
        values.put("number", number);
        values.put("mspId", mspId);
        values.put("msp", home.msp(organisation).root());
        values.put("memberRule", "OR('" + mspId + ".member')");
        values.put("adminRule", "OR('" + mspId + ".admin')");
        values.put("peerRule", "OR('" + mspId + ".peer')");
        values.put("peerPort", organisation.ports().peer());
        values.put("ordererMspId", ordererMspId);
        values.put("ordererMsp", home.ordererMsp(organisation).root());
        values.put("ordererMemberRule", "OR('" + ordererMspId + ".member')");
        values.put("ordererAdminRule", "OR('" + ordererMspId + ".admin', '" + mspId + ".admin')");
        values.put("ordererPort", organisation.ports().orderer());
        values.put(
                "ordererAddress", Configuration.LOOPBACK + organisation.ports().orderer());
        values.put("ordererCertificate", orderer.certificate());
        values.put("ordererTlsCertificate", home.ordererTls(organisation).certificate());
        return values;
    }

    /**
     * Makes the first block of such a channel.
     *
     * @param definition a folder with the {@code configtx.yaml}
     */
    void makeBlock(Programs programs, Path definition, Path block) {
        new ProgramRun(programs.path(Programs.CONFIGTXGEN))
                .arguments("-configPath", definition)
                .arguments("-profile", "Channel", "-channelID", topology.channel())
                .arguments("-outputBlock", block)
                .within(MADE);
    }

    ChannelConfiguration configuration(Programs programs) {
        try (WorkFolder folder = WorkFolder.make()) {
            Files.writeString(folder.file("configtx.yaml"), yaml());
            Path block = folder.file("wanted.block");
            makeBlock(programs, folder.root(), block);
            return ChannelConfiguration.of(Files.readAllBytes(block));
        } catch (IOException e) {
            throw new FabricException("The channel as it is to be cannot be written down: " + e, e);
        }
    }
}
