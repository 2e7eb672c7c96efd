package uz.muhr.protocol.sealing;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import uz.muhr.protocol.authority.AuthorityRecord;
import uz.muhr.protocol.consignment.ConsignmentRecord;
import uz.muhr.protocol.customs.Customs;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.record.Role;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.seal.SealParty;
import uz.muhr.protocol.seal.SealRecord;

/**
 * Who acts on container seals: a carrier, or an officer of an authority. Customs is who has authority over import
 * declarations, as everywhere; plant quarantine who has it over phytosanitary certificates.
 *
 * @param authorities as which authorities the caller acts; none for a carrier
 */
public record Sealer(Change change, Set<SealParty> authorities) {
    /** Which roles act on container seals. */
    public static final List<Role> ROLES = List.of(Role.CARRIER, Role.OFFICER);

    public static final TypeCode PHYTOSANITARY = new TypeCode("851");

    public Sealer {
        authorities = Set.copyOf(authorities);
    }

    /**
     * What the caller is.
     *
     * @param role one of {@link #ROLES}
     * @param authority its organisation's authority over a type; asked for an officer alone
     * @throws Refusal NOT_AUTHORISED for an officer of no authority
     */
    public static Sealer of(Role role, Function<TypeCode, Optional<AuthorityRecord>> authority, Change change) {
        Set<SealParty> authorities = EnumSet.noneOf(SealParty.class);
        if (role == Role.OFFICER) {
            if (Customs.is(authority.apply(Customs.IMPORT_DECLARATION), change)) {
                authorities.add(SealParty.CUSTOMS);
            }
            if (authority
                    .apply(PHYTOSANITARY)
                    .filter(found -> found.inForce(change.time()))
                    .isPresent()) {
                authorities.add(SealParty.QUARANTINE);
            }
            if (authorities.isEmpty()) {
                throw new Refusal(
                        ErrorCode.NOT_AUTHORISED,
                        "An officer acts on container seals for customs (authority over type "
                                + Customs.IMPORT_DECLARATION + ") or plant quarantine (type " + PHYTOSANITARY + "); "
                                + change.by().msp() + " has neither in force.");
            }
        }
        return new Sealer(change, authorities);
    }

    public MspId organisation() {
        return change.by().msp();
    }

    /** All that the caller is to a consignment. */
    Set<SealParty> towards(ConsignmentRecord consignment) {
        Set<SealParty> parties = parties();
        if (consignment.creator().equals(organisation())) {
            parties.add(SealParty.CREATOR);
        }
        return parties;
    }

    /** All that the caller is to a container seal. */
    Set<SealParty> towards(SealRecord seal) {
        Set<SealParty> parties = parties();
        if (seal.holder().equals(organisation())) {
            parties.add(SealParty.HOLDER);
        }
        if (seal.offeredTo().equals(Optional.of(organisation()))) {
            parties.add(SealParty.RECEIVER);
        }
        return parties;
    }

    private Set<SealParty> parties() {
        Set<SealParty> parties = EnumSet.noneOf(SealParty.class);
        parties.addAll(authorities);
        return parties;
    }
}
