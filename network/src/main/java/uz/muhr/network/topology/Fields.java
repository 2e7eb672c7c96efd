package uz.muhr.network.topology;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * The fields of one YAML mapping: exactly those that are known, each once. Works on parsed nodes and never constructs
 * objects from tags, so there is nothing a hostile file could make it create; and every complaint knows its line.
 */
final class Fields {
    private final Map<String, Node> values;

    private Fields(Map<String, Node> values) {
        this.values = values;
    }

    static Fields of(Node node, String what, List<String> known) {
        if (!(node instanceof MappingNode mapping)) {
            throw complaint(node, what + " must be a mapping with the fields " + String.join(", ", known) + ".");
        }
        Map<String, Node> values = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            String key = scalar(tuple.getKeyNode(), "A field's name in " + what);
            if (!known.contains(key)) {
                throw complaint(
                        tuple.getKeyNode(),
                        what + " has an unknown field \"" + Names.shown(key) + "\"; known are "
                                + String.join(", ", known) + ".");
            }
            if (values.put(key, tuple.getValueNode()) != null) {
                throw complaint(tuple.getKeyNode(), what + " has the field \"" + key + "\" twice.");
            }
        }
        for (String key : known) {
            if (!values.containsKey(key)) {
                throw complaint(node, what + " lacks the field \"" + key + "\".");
            }
        }
        return new Fields(values);
    }

    Node node(String key) {
        Node node = values.get(key);
        if (node == null) {
            throw new IllegalStateException("The field \"" + key + "\" was not declared.");
        }
        return node;
    }

    String text(String key) {
        return scalar(node(key), "The field \"" + key + "\"");
    }

    int number(String key) {
        String text = text(key);
        if (!text.matches("[1-9][0-9]{0,8}")) {
            throw complaint(
                    node(key),
                    "The field \"" + key + "\" must be a whole number, found \"" + Names.shown(text) + "\".");
        }
        return Integer.parseInt(text);
    }

    List<Node> list(String key) {
        if (!(node(key) instanceof SequenceNode sequence)) {
            throw complaint(node(key), "The field \"" + key + "\" must be a list.");
        }
        return sequence.getValue();
    }

    static String scalar(Node node, String what) {
        if (!(node instanceof ScalarNode scalar)) {
            throw complaint(node, what + " must be plain text.");
        }
        return scalar.getValue();
    }

    /** Makes a value of this node; the value's own refusal gets the node's line. */
    static <T> T at(Node node, Supplier<T> value) {
        try {
            return value.get();
        } catch (TopologyException refusal) {
            String sentence = String.valueOf(refusal.getMessage());
            throw sentence.startsWith("line ") ? refusal : complaint(node, sentence);
        }
    }

    static TopologyException complaint(Node node, String sentence) {
        return new TopologyException("line " + (node.getStartMark().getLine() + 1) + ": " + sentence);
    }
}
