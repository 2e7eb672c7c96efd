package uz.muhr.client.web.api;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uz.muhr.client.verification.Inquiry;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.refusal.Refusal;

/**
 * A proof, and what it is held against: the question of a verification, with the file or with its fingerprint.
 *
 * @param text the bundle as it came
 */
record ProofQuestion(String text, Inquiry inquiry) {
    static final Set<String> PARTS = Stream.concat(
                    VerificationRequest.PARTS.stream(), Stream.of(UploadForm.PROOF, "fingerprint"))
            .collect(Collectors.toUnmodifiableSet());

    /** @throws Refusal MALFORMED_ARGUMENT when a part is missing or there is one too many */
    static ProofQuestion of(UploadForm<Fingerprint> form) {
        Optional<Fingerprint> told = form.optional("fingerprint", Fingerprint::new);
        if (told.isPresent() && form.file().isPresent()) {
            throw Refusal.malformed("The form has both a file and a fingerprint; give one of them.");
        }
        return new ProofQuestion(
                form.required(UploadForm.PROOF, text -> text),
                VerificationRequest.of(new UploadForm<>(form.file().or(() -> told), form.fields())));
    }

    /** The bytes that came: what is no UTF-8 was refused before. */
    byte[] bundle() {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
