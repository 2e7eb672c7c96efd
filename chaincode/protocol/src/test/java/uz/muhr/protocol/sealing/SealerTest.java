package uz.muhr.protocol.sealing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uz.muhr.protocol.Refusals.assertRefused;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.SampleSeals;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.Voyage;
import uz.muhr.protocol.authority.AuthorityRecord;
import uz.muhr.protocol.consignment.ConsignmentRecord;
import uz.muhr.protocol.customs.Customs;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.record.Role;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.seal.SealParty;

/** Who is what to a container seal. */
final class SealerTest {
    private static final Change CHANGE = SampleSeals.change(Samples.CUSTOMS, "x", SampleSeals.hour(1));
    private static final Optional<AuthorityRecord> NONE = Optional.empty();
    private static final Optional<AuthorityRecord> CUSTOMS = Optional.of(
            Samples.authority(Samples.CUSTOMS, Customs.IMPORT_DECLARATION, 1, Samples.from(Samples.AUTHORITY_BEGINS)));
    private static final Optional<AuthorityRecord> QUARANTINE = Optional.of(
            Samples.authority(Samples.CUSTOMS, Sealer.PHYTOSANITARY, 1, Samples.from(Samples.AUTHORITY_BEGINS)));
    private static final Optional<AuthorityRecord> NOT_YET = Optional.of(Samples.authority(
            Samples.CUSTOMS, Customs.IMPORT_DECLARATION, 1, Samples.from(Instant.parse("2027-01-01T00:00:00Z"))));

    @Test
    void anOfficerIsTheAuthorityThatItsOrganisationHas() {
        assertEquals(Set.of(SealParty.CUSTOMS), authorities(Role.OFFICER, CUSTOMS, NONE));
        assertEquals(Set.of(SealParty.QUARANTINE), authorities(Role.OFFICER, NONE, QUARANTINE));
        assertEquals(Set.of(SealParty.CUSTOMS, SealParty.QUARANTINE), authorities(Role.OFFICER, CUSTOMS, QUARANTINE));
    }

    @Test
    void anOfficerOfNoAuthorityInForceActsNotAtAll() {
        assertRefused(ErrorCode.NOT_AUTHORISED, "neither in force", () -> authorities(Role.OFFICER, NONE, NONE));
        assertRefused(ErrorCode.NOT_AUTHORISED, () -> authorities(Role.OFFICER, NOT_YET, NONE));
    }

    /** Authority over phytosanitary certificates that begins next year, or ended last month, is none now. */
    @Test
    void quarantineIsWhoHasItsAuthorityNow() {
        Optional<AuthorityRecord> later = Optional.of(Samples.authority(
                Samples.CUSTOMS, Sealer.PHYTOSANITARY, 1, Samples.from(Instant.parse("2027-01-01T00:00:00Z"))));
        Optional<AuthorityRecord> ended = Optional.of(Samples.authority(
                Samples.CUSTOMS,
                Sealer.PHYTOSANITARY,
                1,
                Samples.until(Samples.AUTHORITY_BEGINS, Instant.parse("2026-02-01T00:00:00Z"))));
        for (Optional<AuthorityRecord> record : List.of(later, ended)) {
            assertRefused(ErrorCode.NOT_AUTHORISED, "type 851", () -> authorities(Role.OFFICER, NONE, record));
            assertEquals(Set.of(SealParty.CUSTOMS), authorities(Role.OFFICER, CUSTOMS, record));
        }
    }

    @Test
    void anAuthorityIsTheCreatorOfWhatItOpenedAndOfNothingElse() {
        assertEquals(Set.of(SealParty.CUSTOMS), officer().towards(SampleSeals.opened()));
        ConsignmentRecord own = ConsignmentRecord.first(SampleSeals.opening()
                .decide(Optional.empty(), SampleSeals.change(Samples.CUSTOMS, "open", SampleSeals.MORNING)));
        assertEquals(Set.of(SealParty.CUSTOMS, SealParty.CREATOR), officer().towards(own));
    }

    @Test
    void aCarrierOfAnOrganisationThatIsCustomsIsACarrier() {
        assertEquals(Set.of(), authorities(Role.CARRIER, CUSTOMS, QUARANTINE));
    }

    @Test
    void somebodyIsAllThatItsOrganisationIs() {
        Voyage voyage = Voyage.begun().handedOverTo(Samples.CUSTOMS);
        assertEquals(Set.of(SealParty.CUSTOMS, SealParty.RECEIVER), officer().towards(voyage.record()));
        assertEquals(
                Set.of(SealParty.CUSTOMS, SealParty.HOLDER),
                officer().towards(voyage.accepted().record()));
        assertEquals(
                Set.of(SealParty.CREATOR),
                SampleSeals.sealer(SampleSeals.CARRIER, "x", SampleSeals.hour(1))
                        .towards(SampleSeals.opened()));
        assertEquals(
                Set.of(),
                SampleSeals.sealer(SampleSeals.RAILWAY, "x", SampleSeals.hour(1))
                        .towards(SampleSeals.opened()));
    }

    private static Sealer officer() {
        return Sealer.of(
                Role.OFFICER, type -> type.equals(Customs.IMPORT_DECLARATION) ? CUSTOMS : Optional.empty(), CHANGE);
    }

    private static Set<SealParty> authorities(
            Role role, Optional<AuthorityRecord> customs, Optional<AuthorityRecord> quarantine) {
        return Sealer.of(role, type -> type.equals(Sealer.PHYTOSANITARY) ? quarantine : customs, CHANGE)
                .authorities();
    }
}
