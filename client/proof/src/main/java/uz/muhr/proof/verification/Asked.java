package uz.muhr.proof.verification;

import java.time.Instant;
import java.util.Optional;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.verdict.Question;

/**
 * What somebody with a file and a bundle wants to know.
 *
 * @param content what the file gave
 * @param document the document it is held against; absent when the bundle holds one answer only about this content
 * @param at the time for which it is asked; absent for the time at which the organisations answered
 */
public record Asked(Commitment content, Optional<DocumentId> document, Optional<Instant> at) {
    /** Whether an answer to that question tells of what is asked: it has to be about today, so that any time can be judged. */
    boolean isAnsweredBy(Question question) {
        return question.content().equals(Optional.of(content))
                && question.at().isEmpty()
                && question.document().isPresent()
                && (document.isEmpty() || document.equals(question.document()));
    }

    /** The question about this document for the asked time. */
    Question about(DocumentId id) {
        return new Question(Optional.of(content), Optional.of(id), at);
    }
}
