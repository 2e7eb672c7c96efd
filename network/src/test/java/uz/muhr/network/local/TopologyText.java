package uz.muhr.network.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.SampleTopology;
import uz.muhr.network.topology.Topology;

/** The project's topology file with other ports, for programs that read it themselves. */
public final class TopologyText {
    private TopologyText() {}

    public static Path write(Path file, Topology moved) throws IOException {
        String text = Files.readString(SampleTopology.file());
        Topology sample = SampleTopology.topology();
        for (Organisation organisation : moved.organisations()) {
            text = text.replace(ports(sample.organisation(organisation.name())), ports(organisation));
        }
        return Files.writeString(file, text);
    }

    private static String ports(Organisation organisation) {
        return SampleTopology.text(organisation.ports());
    }
}
