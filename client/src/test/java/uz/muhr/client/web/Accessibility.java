package uz.muhr.client.web;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;

/** What axe finds on a page that keeps people out who cannot see it, or cannot use a mouse. */
final class Accessibility {
    private static final Set<String> GRAVE = Set.of("serious", "critical");

    private Accessibility() {}

    /** The rules that are broken gravely, each with where. */
    static List<String> faults(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> GRAVE.contains(rule.getImpact()))
                        .map(rule -> rule.getId() + ": "
                                + rule.getNodes().stream()
                                        .map(node -> node.getHtml())
                                        .toList())
                        .toList();
    }
}
