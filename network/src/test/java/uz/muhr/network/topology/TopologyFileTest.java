package uz.muhr.network.topology;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class TopologyFileTest {
    private final Path folder;

    TopologyFileTest(@TempDir Path folder) {
        this.folder = folder;
    }

    /** What stands in the sample, what is put in its place, and the sentence that must come of it. */
    static Stream<Arguments> brokenOnce() {
        return Stream.of(
                broken(
                        "channel: documents",
                        "canal: documents",
                        "line 2: The topology has an unknown field \"canal\"; known are channel, chaincode, organisations, authoritySince."),
                broken("channel: documents\n", "", "line 2: The topology lacks the field \"channel\"."),
                broken(
                        "channel: documents",
                        "channel: [documents]",
                        "line 2: The field \"channel\" must be plain text."),
                broken(
                        "channel: documents",
                        "channel: Documents",
                        "line 2: The channel must be a lower-case letter, then lower-case letters, digits, '.' or '-', found \"Documents\"."),
                broken(
                        "chaincode: muhr",
                        "chaincode: ../muhr",
                        "line 2: The chaincode must be letters and digits, joined by single '-' or '_', found \"../muhr\"."),
                broken(
                        "chaincode: muhr",
                        "chaincode: muhr\nchaincode: muhr",
                        "line 4: The topology has the field \"chaincode\" twice."),
                broken(
                        "name: chamber",
                        "name: Chamber",
                        "line 16: An organisation's name must be lower-case letters, digits and inner '-', at most 32 characters, found \"Chamber\"."),
                broken(
                        "name: chamber",
                        "name: ../up",
                        "line 16: An organisation's name must be lower-case letters, digits and inner '-', at most 32 characters, found \"../up\"."),
                broken(
                        "name: chamber",
                        "name: customs",
                        "line 2: The organisation name customs is used twice; each must be its own."),
                broken(
                        "ChamberMSP",
                        "CustomsMSP",
                        "line 2: The MSP id CustomsMSP is used twice; each must be its own."),
                broken(
                        "ChamberMSP",
                        "CustomsOrdererMSP",
                        "line 2: The MSP id CustomsOrdererMSP is used twice; each must be its own."),
                broken(
                        "ChamberMSP",
                        "Chamber",
                        "line 16: The mspId of chamber must be letters and digits, ending with MSP, found \"Chamber\"."),
                broken(
                        "chamber.muhr.example",
                        "customs.muhr.example",
                        "line 2: The domain customs.muhr.example is used twice; each must be its own."),
                broken(
                        "chamber.muhr.example",
                        "chamber_muhr",
                        "line 16: The domain of chamber must be a domain of two to six lower-case labels, found \"chamber_muhr\"."),
                broken("peer: 8051", "peer: 7051", "line 2: The port 7051 is used twice; each must be its own."),
                broken("peer: 8051", "peer: 80", "line 19: The peer port must be from 1024 to 65535, found 80."),
                broken(
                        "chaincode: 8052",
                        "chaincode: 65536",
                        "line 19: The chaincode port must be from 1024 to 65535, found 65536."),
                broken(
                        "peer: 8051",
                        "peer: eight",
                        "line 19: The field \"peer\" must be a whole number, found \"eight\"."),
                broken(
                        "peer: 8051",
                        "peer: 08051",
                        "line 19: The field \"peer\" must be a whole number, found \"08051\"."),
                broken(
                        "peer: 8051",
                        "peer: 99999999999",
                        "line 19: The field \"peer\" must be a whole number, found \"99999999999\"."),
                broken(
                        "ports: {peer: 8051, chaincode: 8052, operations: 8053, orderer: 8050, ordererAdmin: 8054, ordererOperations: 8055}",
                        "ports: 8051",
                        "line 19: The field \"ports\" must be a mapping with the fields peer, chaincode, operations, orderer, ordererAdmin, ordererOperations."),
                broken("orderer: 8050, ", "", "line 19: The field \"ports\" lacks the field \"orderer\"."),
                broken(
                        "ordererAdmin: 8054",
                        "ordererAdmin: 8055",
                        "line 2: The port 8055 is used twice; each must be its own."),
                broken(
                        "ordererOperations: 8055",
                        "ordererOperations: 1023",
                        "line 19: The ordererOperations port must be from 1024 to 65535, found 1023."),
                broken(
                        "{name: officer, role: officer}",
                        "{name: officer, role: boss}",
                        "line 11: A user's role must be one of officer, issuer, auditor, registrar, carrier; found \"boss\"."),
                broken(
                        "{name: officer, role: officer}",
                        "{name: admin, role: officer}",
                        "line 11: The user \"admin\" exists in every organisation; leave it out of the list."),
                broken(
                        "{name: officer, role: officer}",
                        "{name: issuer, role: officer}",
                        "line 6: In customs, the user name issuer is used twice; each must be its own."),
                broken(
                        "{name: officer, role: officer}",
                        "officer",
                        "line 11: A user must be a mapping with the fields name, role."),
                broken(
                        "[\"830\", \"929\"]",
                        "[\"830\", \"830\"]",
                        "line 6: In customs, the document type 830 is used twice; each must be its own."),
                broken(
                        "[\"830\", \"929\"]",
                        "[\"8301\"]",
                        "line 6: What customs issues must be a document type code of one to three digits, found \"8301\"."),
                broken("[\"830\", \"929\"]", "830", "line 15: The field \"issues\" must be a list."),
                broken(
                        "authoritySince: 2026-01-01",
                        "authoritySince: 2026-02-30",
                        "line 44: The field \"authoritySince\" must be a date such as 2026-01-01, found \"2026-02-30\"."));
    }

    private static Arguments broken(String valid, String put, String sentence) {
        return Arguments.of(valid, put, sentence);
    }

    @ParameterizedTest
    @MethodSource("brokenOnce")
    void aFileWithOneThingBrokenIsRefusedByName(String valid, String put, String sentence) {
        String text = SampleTopology.text();
        assertTrue(text.contains(valid), valid);
        String changed = text.replaceFirst(Pattern.quote(valid), Matcher.quoteReplacement(put));
        assertEquals(sentence, refusal(changed));
    }

    @Test
    void textThatIsNotYamlIsRefusedWithItsLine() {
        assertTrue(refusal("channel: documents\norganisations: [").startsWith("line 2: this is not YAML: "));
        assertTrue(refusal("\u0000").startsWith("this is not YAML: "));
        assertEquals("the file is empty; a topology was expected.", refusal("# nothing\n"));
        assertTrue(refusal("a: 1\n---\nb: 2\n").contains("this is not YAML: "));
    }

    @Test
    void deepNestingAndCyclesAreRefused() {
        assertTrue(refusal("[".repeat(5000)).contains("this is not YAML: "));
        assertEquals(
                "line 4: An organisation must be a mapping with the fields name, mspId, domain, ports, users, issues.",
                refusal("channel: c\nchaincode: c\nauthoritySince: 2026-01-01\norganisations: &a [*a]\n"));
    }

    @Test
    void aTagConstructsNothing() {
        String text = SampleTopology.text().replaceFirst("documents", "!!javax.script.ScriptEngineManager documents");
        assertEquals(
                "line 2: this is not YAML: Global tag is not allowed: tag:yaml.org,2002:javax.script.ScriptEngineManager.",
                refusal(text));
    }

    @Test
    void theSentenceNamesTheFile() throws IOException {
        assertEquals(
                "absent.yaml: there is no such file; name the network's topology file.",
                assertThrows(TopologyException.class, () -> Topology.read(folder.resolve("absent.yaml")))
                        .getMessage());
        Path latin = Files.write(folder.resolve("latin.yaml"), new byte[] {'a', ':', ' ', (byte) 0xe9});
        assertEquals(
                "latin.yaml: the file is not UTF-8 text; save it as UTF-8.",
                assertThrows(TopologyException.class, () -> Topology.read(latin))
                        .getMessage());
        Path large = Files.write(folder.resolve("large.yaml"), new byte[300_000]);
        assertEquals(
                "large.yaml: a topology of at most 262144 bytes was expected, found 300000 bytes.",
                assertThrows(TopologyException.class, () -> Topology.read(large))
                        .getMessage());
        assertFalse(String.valueOf(assertThrows(TopologyException.class, () -> Topology.read(folder))
                        .getMessage())
                .isEmpty());
    }

    private static String refusal(String text) {
        TopologyException refusal = assertThrows(TopologyException.class, () -> TopologyFile.parse(text));
        return String.valueOf(refusal.getMessage());
    }
}
