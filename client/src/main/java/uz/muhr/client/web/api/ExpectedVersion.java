package uz.muhr.client.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.Refusal;

/**
 * The wish for a change that says no more than which version it was made for.
 *
 * @param sequence as the asker saw it
 */
record ExpectedVersion(long sequence) {
    private static final int LONGEST = 1 << 10;

    /**
     * Reads a request's JSON.
     *
     * @param least the lowest sequence there is
     * @throws Refusal MALFORMED_ARGUMENT
     */
    static ExpectedVersion read(HttpServletRequest request, long least) throws IOException {
        return parse(BoundedText.read("The change", LONGEST, request.getInputStream()), least);
    }

    static ExpectedVersion parse(String text, long least) {
        Members members = StrictJson.object("The change", text);
        ExpectedVersion expected = new ExpectedVersion(members.integer("sequence"));
        members.end();
        if (expected.sequence < least) {
            throw Refusal.malformed(
                    "\"sequence\" has to be a whole number from " + least + "; it is " + expected.sequence + ".");
        }
        return expected;
    }
}
