package uz.muhr.client.web.problem;

import static org.springframework.http.HttpStatus.BAD_GATEWAY;
import static org.springframework.http.HttpStatus.BAD_REQUEST;
import static org.springframework.http.HttpStatus.CONFLICT;
import static org.springframework.http.HttpStatus.CONTENT_TOO_LARGE;
import static org.springframework.http.HttpStatus.FORBIDDEN;
import static org.springframework.http.HttpStatus.INTERNAL_SERVER_ERROR;
import static org.springframework.http.HttpStatus.METHOD_NOT_ALLOWED;
import static org.springframework.http.HttpStatus.MISDIRECTED_REQUEST;
import static org.springframework.http.HttpStatus.NOT_ACCEPTABLE;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.REQUEST_TIMEOUT;
import static org.springframework.http.HttpStatus.SERVICE_UNAVAILABLE;
import static org.springframework.http.HttpStatus.TOO_MANY_REQUESTS;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;
import static org.springframework.http.HttpStatus.UNPROCESSABLE_CONTENT;
import static org.springframework.http.HttpStatus.UNSUPPORTED_MEDIA_TYPE;

import org.springframework.http.HttpStatus;
import uz.muhr.client.access.AccessRefusal;
import uz.muhr.protocol.refusal.ErrorCode;

/** The one table of what is refused with which status. A code is never renamed and never reused. */
public enum ProblemCode {
    // The ledger's own codes, under their own names.
    MALFORMED_ARGUMENT(BAD_REQUEST, "A part of the request is missing, surplus, repeated or not in its form."),
    NOT_AUTHORISED(FORBIDDEN, "This client's organisation or user may not do this."),
    NOT_ISSUER(FORBIDDEN, "Only the issuer may change a document."),
    UNKNOWN_DOCUMENT(NOT_FOUND, "The ledger knows no such document."),
    UNKNOWN_DRAW(NOT_FOUND, "Nothing was drawn from the document under this id."),
    UNKNOWN_PROPOSAL(NOT_FOUND, "The ledger knows no such proposal."),
    UNKNOWN_ORGANISATION(NOT_FOUND, "The network has no such member organisation."),
    UNKNOWN_CERTIFICATE(NOT_FOUND, "No such certificate is distrusted."),
    UNKNOWN_CONSIGNMENT(NOT_FOUND, "The ledger knows no such consignment."),
    UNKNOWN_CONTAINER(NOT_FOUND, "The consignment has no such container."),
    UNKNOWN_SEAL(NOT_FOUND, "The consignment has no such container seal."),
    UNKNOWN_REGISTRY(NOT_FOUND, "The organisation has no registry key on the ledger."),
    NOT_CUSTODIAN(FORBIDDEN, "Only who has custody of the container seal, or authority over it, may do this."),
    CONSIGNMENT_EXISTS(CONFLICT, "The consignment has been opened already."),
    SEAL_EXISTS(CONFLICT, "The organisation has affixed this container seal already."),
    REGISTRY_EXISTS(CONFLICT, "The organisation has another registry key already."),
    EVENT_DIFFERS(CONFLICT, "Something else is recorded under this reading's or report's id."),
    DRAW_EXISTS(CONFLICT, "This line of the declaration has drawn from the document already."),
    QUANTITY_EXCEEDED(CONFLICT, "There is less left of the document's quantity."),
    PROPOSAL_EXISTS(CONFLICT, "The same is proposed already."),
    ALREADY_APPROVED(CONFLICT, "The organisation has approved the proposal before."),
    PROPOSAL_CLOSED(CONFLICT, "The proposal has taken effect or expired."),
    TOO_MANY_PROPOSALS(CONFLICT, "The organisation has too many open proposals."),
    DOCUMENT_EXISTS(CONFLICT, "The issuer has a document of this type and number."),
    REPEATED_IN_LIST(CONFLICT, "The same document was named twice."),
    ILLEGAL_TRANSITION(CONFLICT, "What is to be changed does not allow the change."),
    STALE_SEQUENCE(CONFLICT, "The record has changed since it was read."),
    ALREADY_ESTABLISHED(CONFLICT, "The network is established."),
    UNKNOWN_FUNCTION(BAD_GATEWAY, "The network's chaincode does not know the operation."),
    CORRUPT_RECORD(BAD_GATEWAY, "What the ledger holds contradicts itself and is not used."),
    CLOCK_SKEW(SERVICE_UNAVAILABLE, "This computer's clock is too far from the network's."),
    NOT_ESTABLISHED(SERVICE_UNAVAILABLE, "The network has no first records yet."),

    // The way to the ledger.
    LEDGER_UNAVAILABLE(SERVICE_UNAVAILABLE, "The ledger did not answer; nothing was written."),
    REGISTER_UNAVAILABLE(
            SERVICE_UNAVAILABLE, "The register cannot be asked at this moment; documents can be verified."),
    JOURNAL_UNAVAILABLE(SERVICE_UNAVAILABLE, "The journal takes nothing at this moment; nothing was accepted."),
    QUEUE_FULL(TOO_MANY_REQUESTS, "As many submissions wait as may; nothing was accepted."),
    IDEMPOTENCY_KEY_REUSED(UNPROCESSABLE_CONTENT, "The Idempotency-Key stands for another request already."),
    UNKNOWN_SUBMISSION(NOT_FOUND, "This client has accepted no such submission."),

    // Exports.
    TOO_MANY_ROWS(UNPROCESSABLE_CONTENT, "More is found than one table may have."),

    // The feeds.
    UNKNOWN_WEBHOOK(NOT_FOUND, "There is no such webhook."),
    TOO_MANY_WEBHOOKS(CONFLICT, "There are as many webhooks as there may be."),
    TOO_MANY_READERS(SERVICE_UNAVAILABLE, "As many readers are connected as this client can tell."),

    // Who may come in.
    NOT_SIGNED_IN(UNAUTHORIZED, "It is not known who asks: neither a session nor a key that stands came along."),
    SIGN_IN_REFUSED(UNAUTHORIZED, "Name and password do not belong together, or the account may not be used."),
    SIGN_IN_ELSEWHERE(
            NOT_FOUND, "People sign in at their organisation's identity provider; there are no accounts here."),
    TOO_MANY_ATTEMPTS(TOO_MANY_REQUESTS, "There were too many attempts to sign in."),
    NOT_PERMITTED(FORBIDDEN, "None of the caller's roles may do this."),
    NO_SIGNER(FORBIDDEN, "This client's organisation has nobody on the ledger who signs for the caller's role."),
    TOKEN_MISSING(FORBIDDEN, "A change came with a session's cookie and without its token."),
    ACCESS_UNAVAILABLE(SERVICE_UNAVAILABLE, "Nobody can be asked at this moment who may come in."),
    UNKNOWN_ACCOUNT(NOT_FOUND, "There is no such account."),
    ACCOUNT_EXISTS(CONFLICT, "There is an account of this name already."),
    LAST_ADMINISTRATOR(CONFLICT, "It is the only account that may keep accounts."),
    UNKNOWN_KEY(NOT_FOUND, "There is no such key."),

    // This door's own.
    UNREADABLE_DOCUMENT(UNPROCESSABLE_CONTENT, "The file cannot be taken as a document."),
    UNSTAMPABLE(UNPROCESSABLE_CONTENT, "No stamped copy can be made of the file."),
    TOO_MANY_PROOFS(TOO_MANY_REQUESTS, "As many proofs are being collected or checked as may be at a time."),
    TOO_MANY_FILES(SERVICE_UNAVAILABLE, "As many files are being opened as may be at a time."),
    TOO_LARGE(CONTENT_TOO_LARGE, "The request, a part of it, or a file that is to be opened, is too long."),
    TOO_SLOW(REQUEST_TIMEOUT, "The request comes so slowly that it is not waited for."),
    TOO_OFTEN(TOO_MANY_REQUESTS, "From this address as much was asked as is answered in a minute."),
    FOREIGN_HOST(MISDIRECTED_REQUEST, "The request was sent to another host's name."),
    FOREIGN_SITE(FORBIDDEN, "The request comes from another site's page."),
    NO_SUCH_PATH(NOT_FOUND, "There is nothing at this path."),
    METHOD_REFUSED(METHOD_NOT_ALLOWED, "The path does not take this method."),
    MEDIA_TYPE_REFUSED(UNSUPPORTED_MEDIA_TYPE, "The path does not take this kind of content."),
    ANSWER_REFUSED(NOT_ACCEPTABLE, "The path gives no answer of the kind that is accepted."),
    INTERNAL_ERROR(INTERNAL_SERVER_ERROR, "This client failed; its log says why.");

    private final HttpStatus status;
    private final String meaning;

    ProblemCode(HttpStatus status, String meaning) {
        this.status = status;
        this.meaning = meaning;
    }

    /** The code under which the ledger's refusal leaves this door. */
    public static ProblemCode of(ErrorCode code) {
        return valueOf(code.name());
    }

    /** The code under which what is not done about accounts and keys leaves this door. */
    public static ProblemCode of(AccessRefusal.Why why) {
        return valueOf(why.name());
    }

    public HttpStatus status() {
        return status;
    }

    /** What it means, for the description of the interface. */
    public String meaning() {
        return meaning;
    }

    /** Whether the same request may succeed a little later. */
    boolean passes() {
        return switch (this) {
            case LEDGER_UNAVAILABLE,
                    REGISTER_UNAVAILABLE,
                    JOURNAL_UNAVAILABLE,
                    ACCESS_UNAVAILABLE,
                    QUEUE_FULL,
                    TOO_MANY_READERS,
                    TOO_MANY_FILES,
                    TOO_MANY_PROOFS,
                    TOO_SLOW,
                    TOO_OFTEN -> true;
            default -> false;
        };
    }
}
