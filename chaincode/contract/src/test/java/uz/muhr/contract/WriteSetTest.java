package uz.muhr.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uz.muhr.protocol.anchoring.AnchorItem;
import uz.muhr.protocol.identifier.TypeCode;

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
        AnchorItem[] items = IntStream.range(0, 60)
                .mapToObj(i -> SampleNetwork.item(
                        new TypeCode(List.of("861", "954", "851").get(i % 3)), "I" + i % 50, SampleNetwork.OPEN))
                .toArray(AnchorItem[]::new);
        List<String> all = new ArrayList<>();
        String id = SampleNetwork.DOCUMENT.hex();
        for (SampleNetwork.Transaction made : List.of(
                network.run(SampleNetwork.CHAMBER, "document:anchor", SampleNetwork.list(items)),
                network.run(SampleNetwork.CHAMBER, "document:revoke", id, "1", "privilegeWithdrawn"),
                network.run(SampleNetwork.CHAMBER, "document:suspend", id, "1"),
                network.run(SampleNetwork.CHAMBER, "document:renew", id, "1"),
                network.run(
                        SampleNetwork.CHAMBER,
                        "document:replace",
                        SampleNetwork.replacement(SampleNetwork.PERMIT, 1, "ıİ2")
                                .write()),
                network.run(
                        SampleNetwork.CHAMBER,
                        "document:reissue",
                        SampleNetwork.reissue(SampleNetwork.DOCUMENT, 1, SampleNetwork.OTHER)
                                .write()),
                network.run(
                        SampleNetwork.OFFICER,
                        "customs:draw",
                        SampleNetwork.draw(2, "0.123456").write()),
                network.run(
                        SampleNetwork.OFFICER,
                        "customs:reverse",
                        SampleNetwork.PERMIT.hex(),
                        SampleNetwork.DRAWN.hex()),
                network.run(SampleNetwork.OFFICER, "customs:release", SampleNetwork.HELD.hex(), "1"),
                network.run(SampleNetwork.REGISTRAR, "authority:propose", SampleNetwork.GRANT.write()),
                network.run(
                        SampleNetwork.CHAMBER_REGISTRAR,
                        "authority:approve",
                        SampleNetwork.ADMIT.id().hex()),
                network.run(SampleNetwork.OFFICER, "document:verify", "{\"document\":\"" + id + "\"}"))) {
            all.add(made.answer());
            made.stub()
                    .writes
                    .forEach((key, value) -> all.add(key + HexFormat.of().formatHex(value)));
            made.stub()
                    .policies
                    .forEach((key, value) -> all.add(key + HexFormat.of().formatHex(value)));
        }
        return all;
    }
}
