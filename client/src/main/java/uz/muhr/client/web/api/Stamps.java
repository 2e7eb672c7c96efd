package uz.muhr.client.web.api;

import java.util.Optional;
import uz.muhr.client.apart.OpenedApart;
import uz.muhr.client.document.Suggestion.Stamping;
import uz.muhr.client.stamp.Mark;
import uz.muhr.client.stamp.UnstampableException;
import uz.muhr.client.stamp.VerifyPage;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;

/** Stamped copies in the name of this client's organisation, which lead to the page that whoever runs it has set. */
public final class Stamps {
    private static final String NO_PAGE = "NO_PAGE";

    private final OpenedApart opening;
    private final MspId issuer;
    private final Optional<VerifyPage> page;

    /** @param page empty where none is set; then nothing is stamped */
    public Stamps(OpenedApart opening, MspId issuer, Optional<VerifyPage> page) {
        this.opening = opening;
        this.issuer = issuer;
        this.page = page;
    }

    /** @throws UnstampableException when none is made */
    byte[] copy(byte[] file, TypeCode type, DocumentNumber number) {
        VerifyPage verify = page.orElseThrow(
                () -> new UnstampableException(
                        UnstampableException.Cause.NO_PAGE,
                        "This client does not know the page to which a stamp would lead; whoever runs it has to set muhr.page."));
        return opening.stamp(file, new Mark(issuer, type, number, verify));
    }

    /** Whether there can be a copy, in a word. */
    String word(Stamping stamping) {
        return stamping == Stamping.POSSIBLE && page.isEmpty() ? NO_PAGE : stamping.name();
    }
}
