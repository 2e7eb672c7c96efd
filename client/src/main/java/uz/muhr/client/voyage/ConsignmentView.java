package uz.muhr.client.voyage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.verification.AnswerView.ReasonView;

/**
 * All about one consignment, for a person or another program. Times are RFC 3339 UTC. What the receipt does not resolve is
 * absent.
 *
 * @param verdict TAMPERED, MISSING, BROKEN_BY_AUTHORITY, UNPROVEN or INTACT
 * @param gaps what the chain of custody and of seals lacks, in sentences
 * @param at the time for which it was asked; absent when all that is known counts
 * @param answeredBy the organisation whose peer answered
 */
public record ConsignmentView(
        String consignment,
        @Nullable String ucr,
        String opener,
        String opened,
        String verdict,
        String sentence,
        List<ReasonView> reasons,
        List<String> gaps,
        @Nullable String at,
        String answeredBy,
        List<ContainerView> containers,
        List<DocumentView> documents) {

    /**
     * A container with every seal that was ever on it, in their order.
     *
     * @param container its number; absent when the receipt does not know it
     */
    public record ContainerView(@Nullable String container, String commitment, List<SealView> seals) {}

    /**
     * A document of the consignment.
     *
     * @param verdict on the content that was linked; absent when the receipt does not know the document
     * @param taint why the verdict alone does not show that these are still the goods; absent when nothing is known
     *     against the seals
     */
    public record DocumentView(
            @Nullable String issuer,
            @Nullable String type,
            @Nullable String typeName,
            @Nullable String number,
            @Nullable String document,
            String commitment,
            @Nullable String verdict,
            List<ReasonView> reasons,
            @Nullable String taint) {}
}
