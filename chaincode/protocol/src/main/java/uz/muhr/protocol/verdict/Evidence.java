package uz.muhr.protocol.verdict;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.Optional;
import uz.muhr.protocol.authority.AuthorityRecord;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.commitment.CommitmentKind;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.RecordText;
import uz.muhr.protocol.record.Versions;

/**
 * What the ledger holds of one document that a question touches.
 *
 * @param versions all of them, the chain checked
 * @param authority what the ledger says now of the issuer and this type
 */
public record Evidence(DocumentId document, Versions versions, Optional<AuthorityRecord> authority) {

    /** The record that answers: the current one, or the one in force at the asked time. */
    public DocumentRecord answering(Question question) {
        DocumentRecord first = versions.newestFirst().get(versions.newestFirst().size() - 1);
        return question.at().map(time -> versions.at(time).orElse(first)).orElse(versions.current());
    }

    /**
     * All that the verdict follows from.
     *
     * @param askedAt the asked time, or now
     */
    public Facts facts(Question question, Instant askedAt) {
        DocumentRecord record = answering(question);
        return new Facts(
                question.content().map(content -> compare(content, record)).orElse(Comparison.NOT_COMPARED),
                question.at().isPresent() && versions.at(askedAt).isEmpty(),
                authorisedAt(record.anchored().time()),
                record.status(),
                false,
                false,
                record.validity().at(askedAt));
    }

    /** Whether a question is about this document or about a content that it holds or held. */
    public boolean concerns(Question question) {
        return question.document().equals(Optional.of(document))
                || question.content().map(versions::everHeld).orElse(false);
    }

    /** Whether the ledger, as it is now, gives the issuer authority over this type at a time. */
    public boolean authorisedAt(Instant time) {
        return authority.map(found -> found.inForce(time)).orElse(false);
    }

    private Comparison compare(Commitment content, DocumentRecord record) {
        if (record.commitment().equals(content)) {
            return Comparison.MATCHES;
        }
        if (versions.newestFirst().stream()
                .anyMatch(version -> version.sequence() < record.sequence()
                        && version.commitment().equals(content))) {
            return Comparison.MATCHED_EARLIER;
        }
        boolean saltMissing =
                content.kind() == CommitmentKind.OPEN && record.commitment().kind() == CommitmentKind.SALTED;
        return saltMissing ? Comparison.RECEIPT_REQUIRED : Comparison.DIFFERS;
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        authority.ifPresent(found -> json.add("authority", found.json()));
        json.addProperty("document", document.hex());
        json.add("versions", versions.json());
        return json;
    }

    static Evidence read(JsonElement json) {
        Members members = Members.of("The evidence", json);
        Evidence evidence = new Evidence(
                members.text("document", DocumentId::new),
                new Versions(members.list("versions", RecordText::read)),
                members.optional("authority", AuthorityRecord::read));
        members.end();
        return evidence;
    }
}
