package uz.muhr.network.topology;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;

/** Turns the text of {@code network.yaml} into a topology. */
final class TopologyFile {
    private static final int LARGEST = 256 * 1024;

    private TopologyFile() {}

    static Topology read(Path yaml) {
        try {
            return parse(text(yaml));
        } catch (TopologyException refusal) {
            throw new TopologyException(yaml.getFileName() + ": " + refusal.getMessage(), refusal);
        }
    }

    private static String text(Path yaml) {
        try {
            if (Files.size(yaml) > LARGEST) {
                throw new TopologyException("a topology of at most " + LARGEST + " bytes was expected, found "
                        + Files.size(yaml) + " bytes.");
            }
            return Files.readString(yaml);
        } catch (NoSuchFileException missing) {
            throw new TopologyException("there is no such file; name the network's topology file.", missing);
        } catch (CharacterCodingException notText) {
            throw new TopologyException("the file is not UTF-8 text; save it as UTF-8.", notText);
        } catch (IOException unreadable) {
            throw new TopologyException("the file cannot be read: " + unreadable.getMessage() + ".", unreadable);
        }
    }

    static Topology parse(String text) {
        Node root = compose(text);
        if (root == null) {
            throw new TopologyException("the file is empty; a topology was expected.");
        }
        Fields fields =
                Fields.of(root, "The topology", List.of("channel", "chaincode", "organisations", "authoritySince"));
        List<Organisation> organisations = fields.list("organisations").stream()
                .map(TopologyFile::organisation)
                .toList();
        LocalDate since = date(fields);
        return Fields.at(
                root, () -> new Topology(fields.text("channel"), fields.text("chaincode"), organisations, since));
    }

    private static @Nullable Node compose(String text) {
        LoaderOptions limits = new LoaderOptions();
        limits.setNestingDepthLimit(10);
        try {
            return new Yaml(limits).compose(new StringReader(text));
        } catch (MarkedYAMLException broken) {
            int line = broken.getProblemMark() == null
                    ? 1
                    : broken.getProblemMark().getLine() + 1;
            throw new TopologyException(
                    "line " + line + ": this is not YAML: " + Names.shown(String.valueOf(broken.getProblem())) + ".",
                    broken);
        } catch (YAMLException broken) {
            throw new TopologyException(
                    "this is not YAML: " + Names.shown(String.valueOf(broken.getMessage())) + ".", broken);
        }
    }

    private static Organisation organisation(Node node) {
        Fields fields =
                Fields.of(node, "An organisation", List.of("name", "mspId", "domain", "ports", "users", "issues"));
        Node portsNode = fields.node("ports");
        Fields ports = Fields.of(portsNode, "The field \"ports\"", Ports.NAMES);
        Ports checked = Fields.at(
                portsNode,
                () -> new Ports(
                        ports.number("peer"),
                        ports.number("chaincode"),
                        ports.number("operations"),
                        ports.number("orderer"),
                        ports.number("ordererAdmin"),
                        ports.number("ordererOperations")));
        List<User> users = fields.list("users").stream().map(TopologyFile::user).toList();
        List<String> issues = fields.list("issues").stream()
                .map(type -> Fields.scalar(type, "A document type"))
                .toList();
        return Fields.at(
                node,
                () -> new Organisation(
                        fields.text("name"), fields.text("mspId"), fields.text("domain"), checked, users, issues));
    }

    private static User user(Node node) {
        Fields fields = Fields.of(node, "A user", List.of("name", "role"));
        return Fields.at(node, () -> new User(fields.text("name"), fields.text("role")));
    }

    private static LocalDate date(Fields fields) {
        String text = fields.text("authoritySince");
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADate) {
            throw Fields.complaint(
                    fields.node("authoritySince"),
                    "The field \"authoritySince\" must be a date such as 2026-01-01, found \"" + Names.shown(text)
                            + "\".");
        }
    }
}
