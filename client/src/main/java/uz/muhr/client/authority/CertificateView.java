package uz.muhr.client.authority;

import uz.muhr.protocol.authority.DistrustedCertificate;
import uz.muhr.protocol.json.LedgerTime;

/**
 * A certificate that is distrusted, for a person or another program.
 *
 * @param certificate SHA-256 of it
 * @param distrustedSince what it signed from then on is not believed; RFC 3339 UTC
 * @param sequence the version, which the next proposal has to name
 * @param proposal what made this version
 */
public record CertificateView(String certificate, String distrustedSince, long sequence, String proposal) {
    public static CertificateView of(DistrustedCertificate record) {
        return new CertificateView(
                record.certificate().hex(),
                LedgerTime.write(record.since()),
                record.sequence(),
                record.proposal().hex());
    }
}
