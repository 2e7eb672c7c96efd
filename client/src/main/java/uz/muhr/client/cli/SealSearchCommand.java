package uz.muhr.client.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uz.muhr.client.consignment.ConsignmentFile;
import uz.muhr.client.register.FoundSeals;
import uz.muhr.client.register.FoundSeals.Found;
import uz.muhr.client.register.SealSearch;
import uz.muhr.client.register.Search;
import uz.muhr.client.register.SearchText;

/** {@code muhr seal search}: container seals in the register, newest first. */
@Command(
        name = "search",
        description = "Finds container seals in the register: those for which all that is given holds, newest first.",
        footer = {
            "",
            "The register knows seals by their references; what they are called only the consignment's receipt tells. Without"
                    + " --server it is brought up to date first, which takes a while the first time."
        })
final class SealSearchCommand implements Callable<Integer> {
    @Mixin
    private final RegisterAccess access = new RegisterAccess();

    @Mixin
    private final Speech speech = new Speech();

    private final Map<String, String> words = new HashMap<>();

    @Option(names = "--consignment", paramLabel = "NAME", description = "of the consignment with this receipt")
    void consignment(Path name) {
        words.put(
                SealSearch.CONSIGNMENT, ConsignmentFile.named(name).read().id().hex());
    }

    @Option(names = "--state", paramLabel = "STATE", description = "SEALED, OFFERED, BROKEN, REPLACED or REMOVED")
    void state(String text) {
        words.put(SealSearch.STATE, text);
    }

    @Option(names = "--holder", paramLabel = "MSP", description = "who has custody, or had it last")
    void holder(String text) {
        words.put(SealSearch.HOLDER, text);
    }

    @Option(
            names = "--verdict",
            paramLabel = "VERDICT",
            description = "on the seal alone: INTACT, BROKEN_BY_AUTHORITY, TAMPERED, MISSING or UNPROVEN")
    void verdict(String text) {
        words.put(SealSearch.VERDICT, text);
    }

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "seals on a page, at most " + Search.MOST + " (" + Search.USUAL_LIMIT + ")")
    void limit(String text) {
        words.put(SearchText.LIMIT, text);
    }

    @Option(names = "--after", paramLabel = "NEXT", description = "what the page before named as the next one")
    void after(String text) {
        words.put(SearchText.AFTER, text);
    }

    @Override
    public Integer call() {
        SealSearch search = SealSearch.of(words);
        FoundSeals.Page page = access.ask(
                "/api/register/seals",
                words,
                FoundSeals.Page.class,
                (register, state, now) -> FoundSeals.Page.of(register.seals(search), state, now));
        speech.say(page, lines(page));
        return Exit.VALID;
    }

    private static List<String> lines(FoundSeals.Page page) {
        List<String> lines = new ArrayList<>();
        for (Found seal : page.seals()) {
            lines.add(seal.verdict() + "  " + seal.state() + ", " + seal.holder() + ", since " + seal.changed());
            lines.add("  seal         " + seal.seal());
            lines.add("  consignment  " + seal.consignment());
        }
        lines.add(page.seals().size() == 1 ? "1 seal." : page.seals().size() + " seals.");
        lines.add("As of block " + page.asOf().block() + ".");
        if (page.next() != null) {
            lines.add("There are more: --after " + page.next());
        }
        return lines;
    }
}
