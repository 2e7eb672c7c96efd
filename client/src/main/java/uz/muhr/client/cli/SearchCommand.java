package uz.muhr.client.cli;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uz.muhr.client.register.RegisterView.Page;
import uz.muhr.client.register.Search;
import uz.muhr.client.register.SearchText;

/** {@code muhr search}: documents that fit all that is said, newest first. */
@Command(
        name = "search",
        description = "Finds documents in the register: those for which all that is given holds, newest first.",
        footer = {
            "",
            "The register is a copy that is made from the ledger's blocks; it finds, and gives no verdict. Without --server"
                    + " it is brought up to date first, which takes a while the first time."
        })
final class SearchCommand implements Callable<Integer> {
    @Mixin
    private final RegisterAccess access = new RegisterAccess();

    @Mixin
    private final Speech speech = new Speech();

    private final Map<String, String> words = new HashMap<>();

    @Option(names = "--type", paramLabel = "CODE", description = "UNTDID 1001 code")
    void type(String text) {
        words.put(SearchText.TYPE, text);
    }

    @Option(names = "--issuer", paramLabel = "MSP", description = "who issued it, such as ChamberMSP")
    void issuer(String text) {
        words.put(SearchText.ISSUER, text);
    }

    @Option(names = "--status", paramLabel = "STATUS", description = "VALID, SUSPENDED, REVOKED or SUPERSEDED")
    void status(String text) {
        words.put(SearchText.STATUS, text);
    }

    @Option(
            names = "--valid-at",
            paramLabel = "TIME",
            description = "the version that stood then (a date means its last second, UTC) was within its validity")
    void validAt(String text) {
        words.put(SearchText.VALID_AT, text);
    }

    @Option(names = "--number", paramLabel = "N", description = "the document's number, whoever issued it")
    void number(String text) {
        words.put(SearchText.NUMBER, text);
    }

    @Option(names = "--commitment", paramLabel = "HEX", description = "the commitment to a content, 64 digits")
    void commitment(String text) {
        words.put(SearchText.COMMITMENT, text);
    }

    @Option(names = "--anchored-from", paramLabel = "TIME", description = "anchored on or after")
    void anchoredFrom(String text) {
        words.put(SearchText.ANCHORED_FROM, text);
    }

    @Option(names = "--anchored-until", paramLabel = "TIME", description = "anchored on or before")
    void anchoredUntil(String text) {
        words.put(SearchText.ANCHORED_UNTIL, text);
    }

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "documents on a page, at most " + Search.MOST + " (" + Search.USUAL_LIMIT + ")")
    void limit(String text) {
        words.put(SearchText.LIMIT, text);
    }

    @Option(names = "--after", paramLabel = "NEXT", description = "what the page before named as the next one")
    void after(String text) {
        words.put(SearchText.AFTER, text);
    }

    @Override
    public Integer call() {
        Search search = SearchText.search(words);
        Page page = access.ask(
                "/api/register/documents",
                words,
                Page.class,
                (register, state, now) -> Page.of(register.search(search), state, now));
        speech.say(page, RegisterLines.of(page));
        return Exit.VALID;
    }
}
