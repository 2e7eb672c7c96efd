package uz.muhr.protocol.proposal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import uz.muhr.protocol.authority.Accreditation;
import uz.muhr.protocol.authority.AuthorityPeriod;
import uz.muhr.protocol.authority.AuthorityRecord;
import uz.muhr.protocol.authority.DistrustedCertificate;
import uz.muhr.protocol.hash.DomainHash;
import uz.muhr.protocol.identifier.CertificateHash;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.ProposalId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * A change that member organisations decide together. Each names the sequence of what it changes, 0 when the ledger holds
 * none yet, so that it never takes effect on something that changed meanwhile.
 */
public sealed interface Proposal {
    /** The sequence of the authority record, distrusted certificate or member list that it changes. */
    long expected();

    /** The sequence that the ledger has for it. */
    long found(Held held);

    /**
     * What it makes of the thing it changes, if it takes effect now.
     *
     * @throws Refusal ILLEGAL_TRANSITION, UNKNOWN_ORGANISATION
     */
    Effect effect(Held held, Instant now);

    /** A change of what an organisation may issue. */
    sealed interface OfAuthority extends Proposal {
        MspId issuer();

        TypeCode type();

        @Override
        default long found(Held held) {
            return held.authority(issuer(), type())
                    .map(AuthorityRecord::sequence)
                    .orElse(0L);
        }

        /** The record from which something is to be taken. */
        default AuthorityRecord existing(Held held) {
            return held.authority(issuer(), type())
                    .orElseThrow(() -> new Refusal(
                            ErrorCode.ILLEGAL_TRANSITION,
                            issuer() + " never had authority over type " + type() + " that could be taken."));
        }
    }

    /** The organisation may issue the type in a period. */
    record Grant(
            MspId issuer,
            TypeCode type,
            Instant from,
            Optional<Instant> until,
            Accreditation accreditation,
            long expected)
            implements OfAuthority {
        /**
         * Refuses what cannot be.
         *
         * @throws Refusal MALFORMED_ARGUMENT when it ends before it begins
         */
        public Grant {
            AuthorityPeriod period = new AuthorityPeriod(from, until, Optional.of(accreditation));
            from = period.from();
            until = period.until();
        }

        @Override
        public Effect effect(Held held, Instant now) {
            if (!held.members().include(issuer)) {
                throw new Refusal(
                        ErrorCode.UNKNOWN_ORGANISATION,
                        issuer + " is no member organisation. Have it admitted before it is granted authority.");
            }
            AuthorityPeriod period = new AuthorityPeriod(from, until, Optional.of(accreditation));
            return new Effect.OnAuthority(held.authority(issuer, type)
                    .map(record -> record.granted(period, id()))
                    .orElseGet(() -> AuthorityRecord.first(issuer, type, period, Optional.of(id()))));
        }
    }

    /**
     * It may not from a moment on, but never from before the decision: what was anchored before that stays. Times are whole
     * seconds, so the second of the decision still belongs to the authority.
     */
    record Withdraw(MspId issuer, TypeCode type, Instant from, long expected) implements OfAuthority {
        public Withdraw {
            from = from.truncatedTo(ChronoUnit.SECONDS);
        }

        @Override
        public Effect effect(Held held, Instant now) {
            Instant end = from.isAfter(now) ? from : now.plusSeconds(1);
            return new Effect.OnAuthority(existing(held).withdrawn(end, id()));
        }
    }

    /** What it anchored of the type since a moment is not believed, and it may not issue it any more. */
    record Distrust(MspId issuer, TypeCode type, Instant since, long expected) implements OfAuthority {
        public Distrust {
            since = since.truncatedTo(ChronoUnit.SECONDS);
        }

        @Override
        public Effect effect(Held held, Instant now) {
            return new Effect.OnAuthority(existing(held).distrusted(since, id()));
        }
    }

    /** What this certificate anchored since a moment is not believed, and it changes nothing any more. */
    record DistrustCertificate(CertificateHash certificate, Instant since, long expected) implements Proposal {
        public DistrustCertificate {
            since = since.truncatedTo(ChronoUnit.SECONDS);
        }

        @Override
        public long found(Held held) {
            return held.distrusted(certificate)
                    .map(DistrustedCertificate::sequence)
                    .orElse(0L);
        }

        @Override
        public Effect effect(Held held, Instant now) {
            return new Effect.OnCertificate(new DistrustedCertificate(certificate, since, found(held) + 1, id()));
        }
    }

    /** The organisation becomes a member: its peer counts, its registrars approve. */
    record Admit(MspId organisation, long expected) implements Proposal {
        @Override
        public long found(Held held) {
            return held.members().sequence();
        }

        @Override
        public Effect effect(Held held, Instant now) {
            return new Effect.OnMembers(held.members().admitted(organisation));
        }
    }

    /** Its name: the hash of what it says. */
    default ProposalId id() {
        return new ProposalId(DomainHash.of("muhr/proposal/1", write().getBytes(StandardCharsets.UTF_8)));
    }

    default String write() {
        return CanonicalJson.write(ProposalText.json(this));
    }

    /**
     * Reads what was written, the argument of {@code authority:propose}.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    static Proposal parse(String text) {
        return ProposalText.parse(text);
    }
}
