package uz.muhr.client.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uz.muhr.client.consignment.ConsignmentText;
import uz.muhr.client.consignment.Voyage;
import uz.muhr.client.voyage.NewSeal;
import uz.muhr.client.voyage.Occasion;
import uz.muhr.client.web.problem.RefusedRequest;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.freight.SealCondition;
import uz.muhr.protocol.freight.SealKind;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.seal.BreakReason;
import uz.muhr.protocol.seal.SealAct;

/** What a request about seals may say, and what is refused at the door. */
class SealBodyTest {
    private static final String FINGERPRINT = "ab".repeat(32);

    private static SealBody body(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        try {
            return SealBody.read((HttpServletRequest) Proxy.newProxyInstance(
                    SealBodyTest.class.getClassLoader(),
                    new Class<?>[] {HttpServletRequest.class},
                    (request, method, arguments) -> {
                        assertEquals("getInputStream", method.getName());
                        return new Bytes(bytes);
                    }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Bytes extends ServletInputStream {
        private final ByteArrayInputStream bytes;

        Bytes(byte[] bytes) {
            this.bytes = new ByteArrayInputStream(bytes);
        }

        @Override
        public int read() {
            return bytes.read();
        }

        @Override
        public int read(byte[] into, int from, int most) {
            return bytes.read(into, from, most);
        }

        @Override
        public boolean isFinished() {
            return bytes.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new UnsupportedOperationException();
        }
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text.replace('\'', '"')).getAsJsonObject();
    }

    private static SealBody withReceipt(String text) {
        JsonObject json = json(text);
        json.add("receipt", JsonParser.parseString(ConsignmentText.write(Voyage.opened())));
        return body(json.toString());
    }

    private static SealAct act(String text) {
        SealBody body = body(json(text).toString());
        SealAct act = body.act();
        body.end();
        return act;
    }

    @Test
    void theReceiptIsReadAsTheFileThatItIs() {
        SealBody body = withReceipt("{'number':'uz 0042','sequence':3}");
        assertEquals(Voyage.opened(), body.receipt());
        assertEquals(Voyage.SEAL, body.seal(Voyage.opened()));
        assertEquals(3, body.sequence());
        body.end();
    }

    @Test
    void everyActIsSaidByItsWord() {
        assertEquals(new SealAct.HandOver(new MspId("CustomsMSP")), act("{'act':'hand-over','to':'CustomsMSP'}"));
        assertEquals(new SealAct.Accept(), act("{'act':'accept'}"));
        assertEquals(new SealAct.Decline(), act("{'act':'decline'}"));
        assertEquals(new SealAct.Withdraw(), act("{'act':'withdraw'}"));
        assertEquals(new SealAct.Inspect(SealCondition.RIGHT), act("{'act':'inspect','condition':'right'}"));
        assertEquals(new SealAct.Break(BreakReason.SEIZURE), act("{'act':'break','reason':'seizure'}"));
        assertEquals(new SealAct.Remove(), act("{'act':'remove'}"));
    }

    @Test
    void aNewSealIsOnTheContainerThatIsNamedOrOnTheOldOnes() {
        String seal = "'manufacturer':'TAMGA','number':'UZ0042','class':'H','sealKind':'KIND','party':'CA'";
        String kind = SealKind.ELECTRONIC.code();
        NewSeal named = body(json("{'seal':{'container':'CSQU3054383'," + seal.replace("KIND", kind) + "}}")
                        .toString())
                .newSeal(Optional.empty());
        assertEquals(Voyage.CONTAINER, named.seal().container());
        assertEquals(SealKind.ELECTRONIC, named.description().kind());
        assertEquals(List.of(), named.seal().devices());
        NewSeal other = body(json("{'seal':{" + seal.replace("KIND", kind) + ",'devices':['a','b']}}")
                        .toString())
                .newSeal(Optional.of(Voyage.OTHER_CONTAINER));
        assertEquals(Voyage.OTHER_CONTAINER, other.seal().container());
        assertEquals(List.of("a", "b"), other.seal().devices());
    }

    @Test
    void aNewSealThatSaysMoreThanIsAskedForIsRefused() {
        String seal =
                "{'seal':{'container':'CSQU3054383','manufacturer':'TAMGA','number':'UZ0042','class':'H','sealKind':'"
                        + SealKind.MECHANICAL.code() + "','party':'CA'}}";
        SealBody body = body(json(seal).toString());
        assertThrows(Refusal.class, () -> body.newSeal(Optional.of(Voyage.CONTAINER)), "the old seal's place is known");
    }

    @Test
    void anOccasionMayBeUnsaid() {
        assertEquals(Occasion.UNSAID, body("{}").occasion());
        assertEquals(
                new Occasion(
                        Optional.of(Instant.parse("2026-11-23T10:00:00Z")),
                        Optional.of(Voyage.place("UZTAS")),
                        List.of(new Fingerprint(FINGERPRINT))),
                body(json("{'time':'2026-11-23T10:00:00Z','place':'UZTAS','evidence':['" + FINGERPRINT + "']}")
                                .toString())
                        .occasion());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{} | act",
                "{'act':'affix'} | hand-over",
                "{'act':'HAND-OVER','to':'CustomsMSP'} | hand-over",
                "{'act':'hand-over'} | to",
                "{'act':'hand-over','to':'customs msp'} | MSP",
                "{'act':'inspect'} | condition",
                "{'act':'inspect','condition':'good'} | damaged",
                "{'act':'break','reason':'because'} | reason",
                "{'act':'accept','to':'CustomsMSP'} | to",
                "{'act':1} | act"
            })
    void anActThatIsNoneIsRefusedByASentence(String text, String named) {
        Refusal refusal = assertThrows(Refusal.class, () -> act(text));
        assertTrue(refusal.sentence().contains(named), refusal.sentence());
        assertTrue(refusal.sentence().endsWith("."), refusal.sentence());
    }

    @Test
    void withoutAReceiptOrWithADamagedOneNothingIsDone() {
        assertThrows(Refusal.class, () -> body("{}").receipt());
        JsonObject receipt =
                JsonParser.parseString(ConsignmentText.write(Voyage.opened())).getAsJsonObject();
        receipt.addProperty("ucr", "6UZ201234567TAS0002");
        JsonObject json = new JsonObject();
        json.add("receipt", receipt);
        Refusal refusal =
                assertThrows(Refusal.class, () -> body(json.toString()).receipt());
        assertFalse(refusal.sentence().contains("cdcdcd"), "the secret is not repeated");
    }

    @Test
    void listsHaveToBeLists() {
        SealBody evidence = body(json("{'evidence':'" + FINGERPRINT + "'}").toString());
        assertTrue(assertThrows(Refusal.class, evidence::occasion).sentence().contains("has to be a list"));
        SealBody numbers = body(json("{'containers':[1]}").toString());
        assertThrows(Refusal.class, numbers::containers);
        SealBody wrong = body(json("{'containers':['CSQU3054384']}").toString());
        assertThrows(Refusal.class, wrong::containers);
    }

    @Test
    void aBodyHasAnEnd() {
        String longest = "\"" + " ".repeat(StrictJson.MAX_LENGTH) + "\"";
        assertThrows(RefusedRequest.class, () -> body(longest));
        assertThrows(Refusal.class, () -> body("[]"));
        assertThrows(Refusal.class, () -> body(""));
        assertThrows(Refusal.class, () -> body("{\"a\":1,\"a\":1}"));
    }

    @Test
    void aDamagedRequestIsRefusedAndNeverAnythingElse() {
        String whole =
                json("{'act':'break','reason':'seizure','sequence':3,'number':'UZ0042','time':'2026-11-23T10:00:00Z','place':'UZTAS','evidence':['"
                                + FINGERPRINT + "']}")
                        .toString();
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 3_000; round++) {
            StringBuilder text = new StringBuilder(whole);
            text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(0x180));
            try {
                SealBody body = body(text.toString());
                body.seal(Voyage.opened());
                assertTrue(body.sequence() >= 0, "seed " + seed);
                body.act();
                body.occasion();
                body.end();
            } catch (Refusal refusal) {
                assertFalse(refusal.sentence().isBlank(), "seed " + seed);
            }
        }
    }
}
