package uz.muhr.proof.timestamp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.google.protobuf.ByteString;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What is no token, or not one with one signature, is not looked at any further. */
final class StampTokenTest {
    @TestFactory
    Stream<DynamicTest> aStampIsAToken() {
        return Stream.of(
                refused("no token", draft -> draft.token = made -> ByteString.copyFromUtf8("token")),
                refused("bytes after it", draft -> draft.token = made -> made.concat(ByteString.copyFrom(new byte[1]))),
                refused("cut short", draft -> draft.token = made -> made.substring(0, 300)),
                refused(
                        "too large",
                        draft -> draft.token = made -> ByteString.copyFrom(new byte[StampToken.MAX_BYTES + 1])),
                refused("two signatures", draft -> draft.signatures = 2),
                refused("no signature", draft -> draft.signatures = 0),
                refused("something else signed", draft -> draft.kind = PKCSObjectIdentifiers.data),
                refused("signed at another time than it says", draft -> draft.signedAfter = Duration.ofDays(1)),
                refused("no certificate named", draft -> draft.noNaming = true));
    }

    private static DynamicTest refused(String name, Consumer<StampDraft> change) {
        return DynamicTest.dynamicTest(name, () -> {
            StampDraft draft = new StampDraft();
            change.accept(draft);
            StampReport.NotStamped failed =
                    assertInstanceOf(StampReport.NotStamped.class, draft.verify(), "it was taken for a stamp");
            assertEquals("TIMESTAMP_FORM", failed.failed(), failed.fault());
        });
    }
}
