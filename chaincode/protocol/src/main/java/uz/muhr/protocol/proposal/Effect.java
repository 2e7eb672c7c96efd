package uz.muhr.protocol.proposal;

import uz.muhr.protocol.authority.AuthorityRecord;
import uz.muhr.protocol.authority.DistrustedCertificate;
import uz.muhr.protocol.authority.MemberOrganisations;

/** What a proposal makes of the thing it changes. */
public sealed interface Effect {
    record OnAuthority(AuthorityRecord after) implements Effect {}

    record OnCertificate(DistrustedCertificate after) implements Effect {}

    record OnMembers(MemberOrganisations after) implements Effect {}
}
