package uz.muhr.protocol.authority;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import uz.muhr.protocol.identifier.CertificateHash;
import uz.muhr.protocol.identifier.ProposalId;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.LedgerTime;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * A certificate that is no longer believed, such as one whose key was stolen: what it anchored from then on is not
 * authorised, and it changes nothing any more.
 *
 * @param sequence 1 when written first, one more with each change
 */
public record DistrustedCertificate(CertificateHash certificate, Instant since, long sequence, ProposalId proposal) {
    private static final int FORMAT = 1;
    private static final String WHAT = "The record of a distrusted certificate";

    public DistrustedCertificate {
        since = since.truncatedTo(ChronoUnit.SECONDS);
        if (sequence < 1) {
            throw new Refusal(ErrorCode.CORRUPT_RECORD, WHAT + " has a sequence below 1.");
        }
    }

    public boolean at(Instant time) {
        return !time.isBefore(since);
    }

    public String write() {
        return CanonicalJson.write(json());
    }

    public JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("certificate", certificate.hex());
        json.addProperty("distrustedSince", LedgerTime.write(since));
        json.addProperty("format", FORMAT);
        json.addProperty("proposal", proposal.hex());
        json.addProperty("sequence", sequence);
        return json;
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT or CORRUPT_RECORD
     */
    public static DistrustedCertificate parse(String text) {
        return read(StrictJson.canonicalObject(WHAT, text));
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT or CORRUPT_RECORD
     */
    public static DistrustedCertificate read(JsonElement json) {
        return read(Members.of(WHAT, json));
    }

    private static DistrustedCertificate read(Members members) {
        members.format(FORMAT);
        DistrustedCertificate record = new DistrustedCertificate(
                members.text("certificate", CertificateHash::new),
                members.time("distrustedSince"),
                members.integer("sequence"),
                members.text("proposal", ProposalId::new));
        members.end();
        return record;
    }
}
