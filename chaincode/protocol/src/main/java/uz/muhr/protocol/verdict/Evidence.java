package uz.muhr.protocol.verdict;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uz.muhr.protocol.authority.AuthorityRecord;
import uz.muhr.protocol.authority.DistrustedCertificate;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.customs.Holds;
import uz.muhr.protocol.customs.WriteOffs;
import uz.muhr.protocol.identifier.CertificateHash;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.quantity.Amount;
import uz.muhr.protocol.quantity.Quantity;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.RecordText;
import uz.muhr.protocol.record.Versions;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * What the ledger holds of one document that a question touches.
 *
 * @param versions all of them, the chain checked
 * @param authority what the ledger says now of the issuer and this type
 * @param distrusted those of the certificates that brought its contents that the ledger says are distrusted; sorted
 * @param writeOffs what customs has written off it; absent when nothing ever was
 * @param holds when customs held it; absent when it never did
 */
public record Evidence(
        DocumentId document,
        Versions versions,
        Optional<AuthorityRecord> authority,
        List<DistrustedCertificate> distrusted,
        Optional<WriteOffs> writeOffs,
        Optional<Holds> holds) {

    /**
     * Refuses what cannot be.
     *
     * @throws Refusal CORRUPT_RECORD when the authority or a certificate is not this document's
     */
    public Evidence {
        distrusted = List.copyOf(distrusted);
        DocumentRecord current = versions.current();
        if (authority
                .map(found -> !found.issuer().equals(current.issuer())
                        || !found.type().equals(current.type()))
                .orElse(false)) {
            throw new Refusal(
                    ErrorCode.CORRUPT_RECORD, "The authority beside a document is for another issuer or type.");
        }
        List<CertificateHash> certificates =
                distrusted.stream().map(DistrustedCertificate::certificate).toList();
        if (!versions.creators().containsAll(certificates)
                || !certificates.equals(
                        certificates.stream().sorted().distinct().toList())) {
            throw new Refusal(
                    ErrorCode.CORRUPT_RECORD, "The distrusted certificates beside a document are not its creators'.");
        }
        checkTotal(current, writeOffs);
    }

    private static void checkTotal(DocumentRecord current, Optional<WriteOffs> writeOffs) {
        writeOffs.ifPresent(total -> {
            Amount limit = current.quantity().map(Quantity::amount).orElse(Amount.ZERO);
            boolean nothingLeft = WriteOffs.remaining(limit, writeOffs).isZero();
            if (nothingLeft != total.exhaustedSince().isPresent()) {
                throw new Refusal(
                        ErrorCode.CORRUPT_RECORD, "The write-offs beside a document do not fit its quantity.");
            }
        });
    }

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
                question.at().isPresent() && since(question).isAfter(askedAt),
                authorityThen(record),
                record.status(),
                exhausted(question),
                held(question),
                record.validity().at(askedAt));
    }

    /**
     * The verdict on the document itself, whatever file is at hand.
     *
     * @param now validity is judged at this time; all else is as the ledger has it
     */
    public Assessment standing(Instant now) {
        Question ownContent =
                new Question(Optional.of(versions.current().commitment()), Optional.of(document), Optional.empty());
        return VerdictTable.decide(facts(ownContent, now));
    }

    private boolean exhausted(Question question) {
        return writeOffs
                .map(total -> question.at()
                        .map(total::exhaustedAt)
                        .orElse(total.exhaustedSince().isPresent()))
                .orElse(false);
    }

    private boolean held(Question question) {
        return holds.map(all -> question.at().map(all::heldAt).orElse(all.isHeld()))
                .orElse(false);
    }

    /** Whether a question is about this document or about a content that it holds or held. */
    public boolean concerns(Question question) {
        return question.document().equals(Optional.of(document))
                || question.content().map(versions::everHeld).orElse(false);
    }

    /** The issuer's authority when it anchored the content of a version, as the ledger knows now. */
    public AuthorityThen authorityThen(DocumentRecord version) {
        Change origin = versions.origin(version);
        if (!authorisedAt(origin.time())) {
            boolean issuer =
                    authority.map(found -> found.distrustedAt(origin.time())).orElse(false);
            return issuer ? AuthorityThen.ISSUER_DISTRUSTED : AuthorityThen.NONE;
        }
        boolean certificate = distrusted.stream()
                .anyMatch(found -> found.certificate().equals(origin.by().certificate()) && found.at(origin.time()));
        return certificate ? AuthorityThen.CERTIFICATE_DISTRUSTED : AuthorityThen.IN_FORCE;
    }

    /** Whether the ledger, as it is now, gives the issuer authority over this type at a time. */
    public boolean authorisedAt(Instant time) {
        return authority.map(found -> found.inForce(time)).orElse(false);
    }

    /** Since when the document holds the asked content; since it was anchored when it never did or none was asked. */
    private Instant since(Question question) {
        return versions.newestFirst().stream()
                .filter(version -> question.content().equals(Optional.of(version.commitment())))
                .reduce((newer, older) -> older)
                .map(version -> version.changed().time())
                .orElseGet(() -> versions.current().anchored().time());
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
        if (versions.everHeld(content)) {
            // Only after the asked time, which the facts say by themselves: it was to come, so it does not differ.
            return Comparison.MATCHES;
        }
        // Any version of another kind, not the answering one alone, may be this very file: its receipt would tell.
        boolean receiptMissing = !content.kind().needsReceipt()
                && versions.newestFirst().stream()
                        .anyMatch(version -> version.commitment().kind() != content.kind());
        return receiptMissing ? Comparison.RECEIPT_REQUIRED : Comparison.DIFFERS;
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        authority.ifPresent(found -> json.add("authority", found.json()));
        JsonArray certificates = new JsonArray();
        distrusted.forEach(found -> certificates.add(found.json()));
        json.add("distrusted", certificates);
        json.addProperty("document", document.hex());
        holds.ifPresent(found -> json.add("holds", found.json()));
        json.add("versions", versions.json());
        writeOffs.ifPresent(found -> json.add("writeOffs", found.json()));
        return json;
    }

    static Evidence read(JsonElement json) {
        Members members = Members.of("The evidence", json);
        Evidence evidence = new Evidence(
                members.text("document", DocumentId::new),
                new Versions(members.list("versions", RecordText::read)),
                members.optional("authority", AuthorityRecord::read),
                members.list("distrusted", DistrustedCertificate::read),
                members.optional("writeOffs", WriteOffs::read),
                members.optional("holds", Holds::read));
        members.end();
        return evidence;
    }
}
