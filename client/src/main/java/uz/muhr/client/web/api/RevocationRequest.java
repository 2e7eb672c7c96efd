package uz.muhr.client.web.api;

import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.record.RevocationReason;
import uz.muhr.protocol.refusal.Refusal;

/**
 * The wish to revoke.
 *
 * @param sequence the record's version as the asker saw it, from 1
 */
record RevocationRequest(long sequence, RevocationReason reason) {
    RevocationRequest {
        if (sequence < 1) {
            throw Refusal.malformed("\"sequence\" has to be a whole number from 1; it is " + sequence + ".");
        }
    }

    /**
     * Reads a request's JSON.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    static RevocationRequest parse(String text) {
        Members members = StrictJson.object("The revocation", text);
        RevocationRequest request =
                new RevocationRequest(members.integer("sequence"), members.text("reason", RevocationReason::parse));
        members.end();
        return request;
    }
}
