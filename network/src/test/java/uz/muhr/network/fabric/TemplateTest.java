package uz.muhr.network.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

final class TemplateTest {
    @Test
    void placesAreFilledTextQuotedAndNumbersBare() {
        assertEquals(
                "a: \"x: y\"\nport: 7051\n",
                new Template("t", "a: {{text}}\nport: {{port}}\n").fill(Map.of("text", "x: y", "port", 7051)));
    }

    @Test
    void aListsLinesAreRepeatedForEachItemAndSeeTheOuterValues() {
        Template template = new Template("t", "{{#nodes}}\n- {name: {{name}}, channel: {{channel}}}\n{{/nodes}}\nend:");
        assertEquals(
                "- {name: \"a\", channel: \"c\"}\n- {name: \"b\", channel: \"c\"}\nend:\n",
                template.fill(
                        Map.of("channel", "c"), Map.of("nodes", List.of(Map.of("name", "a"), Map.of("name", "b")))));
    }

    @Test
    void commentsAreLeftAsTheyStand() {
        assertEquals("  # {{not a place}} {{nor}}\n", new Template("t", "  # {{not a place}} {{nor}}").fill(Map.of()));
    }

    @Test
    void aPlaceWithoutAValueIsRefused() {
        assertRefused("needs a value for \"b\"", () -> new Template("t", "a: {{b}}").fill(Map.of()));
    }

    @Test
    void aValueWithoutAPlaceIsRefused() {
        assertRefused("has no place for [c]", () -> new Template("t", "a: {{b}}").fill(Map.of("b", 1, "c", 2)));
    }

    @Test
    void aListThatIsNotGivenOrDoesNotEndIsRefused() {
        assertRefused(
                "repeats for \"l\", which is not given", () -> new Template("t", "{{#l}}\n{{/l}}").fill(Map.of()));
        assertRefused("begins \"l\" and does not end it", () -> new Template("t", "{{#l}}\na: 1")
                .fill(Map.of(), Map.of("l", List.of())));
    }

    @Test
    void aTemplateThatIsNotThereIsRefused() {
        assertRefused("The template nosuch.yaml is missing", () -> Template.named("nosuch.yaml"));
    }

    /** Whatever a value holds, it comes back from YAML as it was and changes nothing around it. */
    @Test
    void anyTextSurvivesYaml() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        Template template = new Template("t", "before: 1\nvalue: {{v}}\nafter: [2, {{v}}]\n");
        for (int round = 0; round < 2_000; round++) {
            String value = text(random);
            Object read = new Yaml(new SafeConstructor(new LoaderOptions())).load(template.fill(Map.of("v", value)));
            assertEquals(
                    Map.of("before", 1, "value", value, "after", List.of(2, value)),
                    read,
                    () -> "seed " + seed + ", value " + value);
        }
    }

    private static String text(Random random) {
        String tricky = "\"'\\{}[]#:&*!|>%@`$ \t,-?=~/\u00e9\u4e2d{{v}}";
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(20); length > 0; length--) {
            text.append(tricky.charAt(random.nextInt(tricky.length())));
        }
        return text.toString();
    }

    private static void assertRefused(String part, Runnable act) {
        FabricException refusal = assertThrows(FabricException.class, act::run);
        assertEquals(true, String.valueOf(refusal.getMessage()).contains(part), refusal::getMessage);
    }
}
