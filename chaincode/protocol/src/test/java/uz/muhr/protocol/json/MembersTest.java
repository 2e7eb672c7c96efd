package uz.muhr.protocol.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uz.muhr.protocol.Refusals.assertRefused;

import com.google.gson.JsonElement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.refusal.ErrorCode;

final class MembersTest {
    private static final String TEXT = "{\"format\":1,\"flag\":true,\"list\":[1,2],\"number\":7,\"object\":{\"a\":1},"
            + "\"text\":\"t\",\"time\":\"2026-11-22T09:30:00Z\"}";

    @Test
    void eachMemberIsReadAsItsOwnType() {
        Members members = members(TEXT);
        members.format(1);
        assertTrue(members.flag("flag"));
        assertEquals(List.of(1L, 2L), members.list("list", JsonElement::getAsLong));
        assertEquals(7, members.integer("number"));
        assertEquals(1, members.object("object").integer("a"));
        assertEquals("t", members.text("text"));
        assertEquals(Instant.parse("2026-11-22T09:30:00Z"), members.time("time"));
        members.end();
    }

    @Test
    void aMemberOfAnotherTypeIsRefusedByName() {
        refused(
                "\"text\" of The object has to be text",
                m -> m.flag("text"),
                m -> m.integer("text"),
                m -> m.list("text", x -> x));
        refused("\"number\" of The object", m -> m.text("number"), m -> m.flag("number"), m -> m.object("number"));
        refused("\"flag\" of The object", m -> m.text("flag"), m -> m.integer("flag"), m -> m.time("flag"));
        refused("\"object\" of The object", m -> m.text("object"), m -> m.list("object", x -> x));
        refused("\"list\" of The object", m -> m.text("list"), m -> m.object("list"));
    }

    @Test
    void aMissingMemberIsRefusedByNameUnlessItIsOptional() {
        refused(
                "lacks the member \"none\"",
                m -> m.text("none"),
                m -> m.integer("none"),
                m -> m.flag("none"),
                m -> m.time("none"),
                m -> m.object("none"),
                m -> m.list("none", x -> x));
        Members members = members(TEXT);
        assertEquals(Optional.empty(), members.optionalText("none", String::length));
        assertEquals(Optional.empty(), members.optionalTime("none"));
        assertEquals(Optional.empty(), members.optional("none", x -> x));
        assertEquals(Optional.of(1), members.optionalText("text", String::length));
    }

    @Test
    void whatNobodyAskedForIsRefusedAtTheEnd() {
        Members members = members("{\"a\":1,\"b\":2}");
        members.integer("a");
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, "unknown member \"b\"", members::end);
    }

    @Test
    void anotherFormatIsNotUnderstood() {
        refused("is of format 1; this version reads format 2", m -> m.format(2));
    }

    @SafeVarargs
    private static void refused(String says, Consumer<Members>... attempts) {
        for (Consumer<Members> attempt : attempts) {
            String expected = says.contains("has to be") ? says.substring(0, says.indexOf(" has to be")) : says;
            assertRefused(ErrorCode.MALFORMED_ARGUMENT, expected, () -> attempt.accept(members(TEXT)));
        }
    }

    private static Members members(String text) {
        return StrictJson.object("The object", text);
    }
}
