package uz.muhr.protocol.proposal;

import java.util.Optional;
import uz.muhr.protocol.authority.AuthorityRecord;
import uz.muhr.protocol.authority.DistrustedCertificate;
import uz.muhr.protocol.authority.MemberOrganisations;
import uz.muhr.protocol.identifier.CertificateHash;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;

/** What the ledger holds of the things that proposals change. */
public interface Held {
    MemberOrganisations members();

    Optional<AuthorityRecord> authority(MspId issuer, TypeCode type);

    Optional<DistrustedCertificate> distrusted(CertificateHash certificate);
}
