package uz.muhr.protocol.proposal;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.authority.Accreditation;
import uz.muhr.protocol.authority.AuthorityRecord;
import uz.muhr.protocol.authority.DistrustedCertificate;
import uz.muhr.protocol.authority.MemberOrganisations;
import uz.muhr.protocol.identifier.CertificateHash;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.record.Change;

/** One proposal of each kind, and a ledger of four organisations on which they are decided. */
public final class SampleProposals {
    public static final MspId CARRIER = new MspId("CarrierMSP");
    public static final MspId QUARANTINE = new MspId("QuarantineMSP");
    public static final MspId SANITARY = new MspId("SanitaryMSP");
    public static final CertificateHash CERTIFICATE = Samples.anchoring().by().certificate();
    public static final Instant SPRING = Instant.parse("2026-03-01T00:00:00Z");
    public static final Instant MAY = Instant.parse("2026-05-01T00:00:00Z");

    public static final Proposal.Grant GRANT = new Proposal.Grant(
            Samples.CHAMBER,
            Samples.EUR1,
            MAY,
            Optional.of(Instant.parse("2027-05-01T00:00:00Z")),
            new Accreditation("ISO/IEC 17065 UZ-0042"),
            0);
    public static final Proposal.Withdraw WITHDRAW =
            new Proposal.Withdraw(Samples.CHAMBER, Samples.ORIGIN, Instant.parse("2026-06-01T00:00:00Z"), 1);
    public static final Proposal.Distrust DISTRUST = new Proposal.Distrust(Samples.CHAMBER, Samples.ORIGIN, SPRING, 1);
    public static final Proposal.DistrustCertificate DISTRUST_CERTIFICATE =
            new Proposal.DistrustCertificate(CERTIFICATE, SPRING, 0);
    public static final Proposal.Admit ADMIT = new Proposal.Admit(SANITARY, 1);

    private SampleProposals() {}

    public static Change by(MspId organisation, int second) {
        return Samples.change(organisation, "transaction of second " + second, Samples.ANCHORED_AT.plusSeconds(second));
    }

    /** What a ledger holds; effects are put on it. */
    public static final class SampleLedger implements Held {
        private MemberOrganisations members =
                MemberOrganisations.first(List.of(CARRIER, Samples.CHAMBER, Samples.CUSTOMS, QUARANTINE));
        private final Map<TypeCode, AuthorityRecord> ofChamber = new HashMap<>();
        private final Map<CertificateHash, DistrustedCertificate> distrusted = new HashMap<>();

        public SampleLedger() {
            ofChamber.put(Samples.ORIGIN, Samples.authority());
        }

        public void put(Effect effect) {
            if (effect instanceof Effect.OnAuthority authority) {
                ofChamber.put(authority.after().type(), authority.after());
            } else if (effect instanceof Effect.OnCertificate certificate) {
                distrusted.put(certificate.after().certificate(), certificate.after());
            } else if (effect instanceof Effect.OnMembers admitted) {
                members = admitted.after();
            }
        }

        @Override
        public MemberOrganisations members() {
            return members;
        }

        @Override
        public Optional<AuthorityRecord> authority(MspId issuer, TypeCode type) {
            return issuer.equals(Samples.CHAMBER) ? Optional.ofNullable(ofChamber.get(type)) : Optional.empty();
        }

        @Override
        public Optional<DistrustedCertificate> distrusted(CertificateHash certificate) {
            return Optional.ofNullable(distrusted.get(certificate));
        }
    }
}
