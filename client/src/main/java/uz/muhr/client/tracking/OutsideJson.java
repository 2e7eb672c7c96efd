package uz.muhr.client.tracking;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import uz.muhr.protocol.hash.DomainHash;
import uz.muhr.protocol.refusal.Refusal;

/** JSON of others: it may hold fractions and nulls, unlike the ledger's; but no repeated member, and it is bounded. */
final class OutsideJson {
    static final int MOST_BYTES = 16 << 20;
    static final int MOST_DEPTH = 32;
    private static final int LONGEST_TEXT = 8192;
    private static final int LONGEST_NAME = 256;
    private static final int LONGEST_NUMBER = 64;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(MOST_DEPTH)
                            .maxStringLength(LONGEST_TEXT)
                            .maxNameLength(LONGEST_NAME)
                            .maxNumberLength(LONGEST_NUMBER)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(JsonNodeFeature.WRITE_PROPERTIES_SORTED)
            .build();

    private OutsideJson() {}

    /**
     * Reads a file to its end.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     * @throws IOException when it breaks off
     */
    static JsonNode read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw Refusal.malformed(
                    "A file of events may have at most " + MOST_BYTES + " bytes; this one has more. Divide it.");
        }
        try {
            return MAPPER.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException e) {
            throw Refusal.malformed("A file of events has to be UTF-8 text; this one is not.");
        } catch (JacksonException e) {
            throw Refusal.malformed("A file of events has to be JSON without repeated members and at most " + MOST_DEPTH
                    + " levels deep; this one is not, " + where(e) + ".");
        }
    }

    /** The hash of a value, whatever the order and spacing in which its members stand. */
    static String hash(JsonNode value) {
        return DomainHash.of(
                "muhr/outside-event/1", MAPPER.writeValueAsString(value).getBytes(StandardCharsets.UTF_8));
    }

    private static String where(JacksonException e) {
        return e.getLocation() == null || e.getLocation().getLineNr() < 1
                ? "at its end"
                : "at line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }
}
