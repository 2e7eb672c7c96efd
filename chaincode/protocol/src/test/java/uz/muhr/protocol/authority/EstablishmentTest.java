package uz.muhr.protocol.authority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uz.muhr.protocol.Refusals.assertMalformed;
import static uz.muhr.protocol.Refusals.assertRefused;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.refusal.ErrorCode;

final class EstablishmentTest {
    private static final String ORIGIN =
            "{\"from\":\"2026-01-01T00:00:00Z\",\"issuer\":\"ChamberMSP\",\"type\":\"861\"}";

    @Test
    void itNamesTheMembersAndGivesEachAuthorityWithoutEnd() {
        Establishment read = Establishment.parse(text("\"ChamberMSP\",\"CustomsMSP\"", ORIGIN));
        assertEquals(List.of(Samples.CHAMBER, Samples.CUSTOMS), read.members().organisations());
        assertEquals(List.of(Samples.authority()), read.authorities());
    }

    @Test
    void itMayBeWrittenWithSpacesAsPeopleDo() {
        assertEquals(
                Establishment.parse(text("\"ChamberMSP\"", ORIGIN)),
                Establishment.parse("{ \"organisations\": [\"ChamberMSP\"],\n  \"authorities\": [" + ORIGIN + "] }"));
    }

    @Test
    void authorityIsForMembersAndGivenOnce() {
        refused("is no member organisation", text("\"CustomsMSP\"", ORIGIN));
        refused("over type 861 twice", text("\"ChamberMSP\"", ORIGIN + "," + ORIGIN));
    }

    @Test
    void nothingUnknownMissingOrMisspelledIsRead() {
        refused("unknown member \"until\"", text("\"ChamberMSP\"", ORIGIN.replace("}", ",\"until\":\"x\"}")));
        refused("unknown member \"x\"", text("\"ChamberMSP\"", ORIGIN).replace("{\"auth", "{\"x\":1,\"auth"));
        refused(
                "lacks the member \"from\"",
                text("\"ChamberMSP\"", "{}").replace("{}", "{\"issuer\":\"ChamberMSP\",\"type\":\"861\"}"));
        refused("UNTDID 1001", text("\"ChamberMSP\"", ORIGIN.replace("861", "471")));
        refused("has to be text", text("1", ORIGIN));
    }

    @Test
    void membersAreSortedAndNoneStandsTwice() {
        refused("sorted, none twice", text("\"CustomsMSP\",\"ChamberMSP\"", ""));
        refused("sorted, none twice", text("\"ChamberMSP\",\"ChamberMSP\"", ""));
        refused("1 to 100", text("", ""));
        assertMalformed(() -> MemberOrganisations.first(
                IntStream.range(100, 201).mapToObj(i -> new MspId("Org" + i)).toList()));
    }

    @Test
    void aMajorityIsMoreThanHalf() {
        int[] majorities = {1, 2, 2, 3, 3, 4, 4};
        for (int n = 1; n <= majorities.length; n++) {
            MemberOrganisations members = MemberOrganisations.first(
                    IntStream.range(0, n).mapToObj(i -> new MspId("Org" + i)).toList());
            assertEquals(majorities[n - 1], members.majority());
        }
    }

    private static void refused(String says, String text) {
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, says, () -> Establishment.parse(text));
    }

    private static String text(String organisations, String authorities) {
        return "{\"authorities\":[" + authorities + "],\"organisations\":[" + organisations + "]}";
    }
}
