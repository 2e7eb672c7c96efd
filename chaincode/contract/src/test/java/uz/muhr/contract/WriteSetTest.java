package uz.muhr.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Endorsers on machines of any language and time zone write the same keys, values and policies and answer the same. */
final class WriteSetTest {
    private static final Locale LOCALE = Locale.getDefault();
    private static final TimeZone ZONE = TimeZone.getDefault();

    @AfterEach
    void restore() {
        Locale.setDefault(LOCALE);
        TimeZone.setDefault(ZONE);
    }

    @ParameterizedTest
    @CsvSource({
        "tr-TR, Asia/Tashkent",
        "ar-EG-u-nu-arab, Africa/Cairo",
        "uz-Cyrl-UZ, Asia/Samarkand",
        "th-TH-u-ca-buddhist-nu-thai, Asia/Bangkok",
    })
    void anotherEndorserWritesTheSameBytes(String language, String zone) {
        SampleNetwork network = SampleNetwork.withLife();
        List<String> here = endorse(network.again());
        Locale.setDefault(Locale.forLanguageTag(language));
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        assertEquals(here, endorse(network.again()));
    }

    private static List<String> endorse(SampleNetwork network) {
        List<String> all = new ArrayList<>();
        for (SampleCall call : SampleCall.ofEachKind()) {
            SampleNetwork.Transaction made = call.in(network);
            all.add(made.answer());
            all.addAll(made.stub().written());
        }
        return all;
    }
}
