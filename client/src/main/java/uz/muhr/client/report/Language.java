package uz.muhr.client.report;

import java.util.Arrays;
import java.util.Locale;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/** A language that reports are written in. */
public enum Language {
    EN,
    RU,
    /** In Latin script. */
    UZ;

    /** As BCP 47 writes it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public static Language parse(String text) {
        return Arrays.stream(values())
                .filter(language -> language.code().equals(text))
                .findFirst()
                .orElseThrow(() -> Refusal.malformed(
                        "The language of a report has to be en, ru or uz; it is \"" + Shown.of(text) + "\"."));
    }
}
