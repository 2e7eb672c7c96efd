package uz.muhr.client.authority;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.muhr.protocol.authority.Accreditation;
import uz.muhr.protocol.authority.AuthorityRecord;
import uz.muhr.protocol.identifier.ProposalId;
import uz.muhr.protocol.json.LedgerTime;

/**
 * What an organisation may do with one type of document, for a person or another program. Times are RFC 3339 UTC; what
 * does not apply is absent.
 *
 * @param sequence the version, which the next proposal has to name
 * @param distrustedSince what was anchored from then on is not believed
 * @param proposal what made this version; absent for what the network was established with
 */
public record AuthorityView(
        String issuer,
        String type,
        String typeName,
        List<PeriodView> periods,
        @Nullable String distrustedSince,
        long sequence,
        @Nullable String proposal) {

    /** A stretch of time; {@code until} no longer belongs to it. */
    public record PeriodView(
            String from, @Nullable String until, @Nullable String accreditation) {}

    public static AuthorityView of(AuthorityRecord record) {
        return new AuthorityView(
                record.issuer().value(),
                record.type().value(),
                record.type().title(),
                record.periods().stream()
                        .map(period -> new PeriodView(
                                LedgerTime.write(period.from()),
                                period.until().map(LedgerTime::write).orElse(null),
                                period.accreditation().map(Accreditation::text).orElse(null)))
                        .toList(),
                record.distrustedSince().map(LedgerTime::write).orElse(null),
                record.sequence(),
                record.proposal().map(ProposalId::hex).orElse(null));
    }
}
