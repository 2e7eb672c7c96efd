package uz.muhr.proof.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

final class NetworkTrustTest {
    private static final NetworkTrust TRUST = new NetworkTrust(
            "documents",
            "muhr",
            "0".repeat(64),
            ByteString.copyFromUtf8("a block"),
            new TreeSet<>(List.of(new MspId("CustomsMSP"), new MspId("ChamberMSP"))));

    private static final String TEXT =
            "{\"chaincode\":\"muhr\",\"channel\":\"documents\",\"configuration\":\"YSBibG9jaw==\""
                    + ",\"format\":1,\"organisations\":[\"ChamberMSP\",\"CustomsMSP\"],\"pin\":\"" + "0".repeat(64)
                    + "\"}";

    @Test
    void whatIsWrittenIsReadAgain() {
        assertEquals(TEXT, new String(TRUST.write(), StandardCharsets.UTF_8));
        assertEquals(TRUST, NetworkTrust.parse(TRUST.write()));
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                Arguments.of("another format", "\"format\":1", "\"format\":2"),
                Arguments.of("an unknown member", "\"format\":1", "\"format\":1,\"more\":1"),
                Arguments.of("a member twice", "\"format\":1", "\"format\":1,\"format\":1"),
                Arguments.of("a missing member", "\"chaincode\":\"muhr\",", ""),
                Arguments.of("no channel", "\"documents\"", "\"\""),
                Arguments.of("no chaincode", "\"muhr\"", "\"\""),
                Arguments.of("no organisations", "[\"ChamberMSP\",\"CustomsMSP\"]", "[]"),
                Arguments.of("an organisation twice", "\"CustomsMSP\"]", "\"ChamberMSP\"]"),
                Arguments.of("organisations out of order", "[\"ChamberMSP\",", "[\"ZMSP\","),
                Arguments.of("an organisation without a name", "\"ChamberMSP\"", "\"\""),
                Arguments.of("no configuration", "\"YSBibG9jaw==\"", "\"\""),
                Arguments.of("a configuration that is no base64", "\"YSBibG9jaw==\"", "\"YSBibG9jaw=\""),
                Arguments.of("a short pin", "0\"}", "\"}"),
                Arguments.of("a pin in capitals", "0\"}", "A\"}"),
                Arguments.of("white space", "\"format\":1", "\"format\": 1"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void aTrustFileInAnyOtherFormIsRefused(String name, String old, String by) {
        Refusal refusal = assertThrows(
                Refusal.class, () -> NetworkTrust.parse(TEXT.replace(old, by).getBytes(StandardCharsets.UTF_8)), name);
        assertEquals(ErrorCode.MALFORMED_ARGUMENT, refusal.code());
    }

    @Test
    void aTrustFileThatIsTooLargeIsRefused() {
        assertThrows(Refusal.class, () -> NetworkTrust.parse(new byte[NetworkTrust.MAX_BYTES + 1]));
    }
}
