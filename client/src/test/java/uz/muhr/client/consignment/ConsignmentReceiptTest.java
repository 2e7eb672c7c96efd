package uz.muhr.client.consignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.consignment.ConsignmentSecret;
import uz.muhr.protocol.freight.ContainerNumber;
import uz.muhr.protocol.freight.SealManufacturer;
import uz.muhr.protocol.freight.SealNumber;
import uz.muhr.protocol.refusal.Refusal;

class ConsignmentReceiptTest {
    private static final SealNumber NUMBER = new SealNumber("UZ0042");

    @Test
    void commitmentsAreResolvedByWhoeverHasTheReceipt() {
        ConsignmentReceipt receipt = Voyage.opened();
        ConsignmentSecret secret = receipt.secret();
        assertEquals(Optional.of(Voyage.SEAL), receipt.seal(receipt.reference(Voyage.SEAL)));
        assertEquals(Optional.of(Voyage.CONTAINER), receipt.container(secret.container(Voyage.CONTAINER)));
        assertEquals(Optional.of(Voyage.place("UZTAS")), receipt.place(secret.place(Voyage.place("UZTAS"))));
        assertEquals(Optional.empty(), receipt.container(secret.container(Voyage.OTHER_CONTAINER)));
        assertEquals(Optional.empty(), receipt.place(secret.place(Voyage.place("GEPTI"))));
        assertEquals(
                Optional.empty(),
                receipt.seal(
                        new ConsignmentSecret("ef".repeat(32)).seal(Voyage.SEAL.manufacturer(), Voyage.SEAL.number())));
    }

    @Test
    void aSealIsFoundByItsNumberUnlessTwoMakersGaveTheSame() {
        ConsignmentReceipt receipt = Voyage.opened();
        assertEquals(Voyage.SEAL, receipt.seal(NUMBER, Optional.empty()));
        KnownSeal other = new KnownSeal(Voyage.CONTAINER, new SealManufacturer("OTHER"), NUMBER, List.of());
        ConsignmentReceipt both = receipt.with(other);
        assertTrue(refused(() -> both.seal(NUMBER, Optional.empty())).contains("--manufacturer"));
        assertEquals(other, both.seal(NUMBER, Optional.of(new SealManufacturer("OTHER"))));
        assertTrue(refused(() -> receipt.seal(new SealNumber("UZ0043"), Optional.empty()))
                .contains("merge"));
    }

    @Test
    void ofASealThatItKnowsTheNewerDescriptionStands() {
        KnownSeal better = new KnownSeal(
                Voyage.CONTAINER, Voyage.SEAL.manufacturer(), NUMBER, List.of("urn:epc:id:giai:4780000.7002"));
        assertEquals(List.of(better), Voyage.opened().with(better).seals());
    }

    @Test
    void twoCopiesTogetherKnowWhatEachKnows() {
        KnownSeal second =
                new KnownSeal(Voyage.CONTAINER, new SealManufacturer("TAMGA"), new SealNumber("UZ0043"), List.of());
        ConsignmentReceipt carriers = Voyage.opened().with(Voyage.place("AZALT"));
        ConsignmentReceipt customs = Voyage.opened().with(second).with(List.of(Voyage.OTHER_CONTAINER), List.of());
        ConsignmentReceipt both = carriers.with(customs);
        assertEquals(List.of(Voyage.SEAL, second), both.seals());
        assertEquals(List.of(Voyage.place("UZTAS"), Voyage.place("AZALT")), both.places());
        assertEquals(List.of(Voyage.CONTAINER, Voyage.OTHER_CONTAINER), both.containers());
        assertEquals(both, both.with(carriers).with(customs), "taking them up again changes nothing");
        assertEquals(
                Voyage.opened().opened(), Voyage.pending().with(Voyage.opened()).opened());
    }

    @Test
    void copiesOfDifferentConsignmentsDoNotMix() {
        ConsignmentReceipt other = new ConsignmentReceipt(
                Voyage.opened().opener(),
                new ConsignmentSecret("ef".repeat(32)),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                Optional.empty());
        assertTrue(refused(() -> Voyage.opened().with(other)).contains("different consignments"));
    }

    @Test
    void everyNewSecretIsAnother() {
        SecureRandom random = new SecureRandom();
        assertNotEquals(ConsignmentReceipt.newSecret(random), ConsignmentReceipt.newSecret(random));
    }

    @Test
    void nothingIsThereTwiceOrWithoutEnd() {
        ContainerNumber container = Voyage.CONTAINER;
        ConsignmentReceipt receipt = Voyage.opened();
        refused(() -> new ConsignmentReceipt(
                receipt.opener(),
                receipt.secret(),
                receipt.ucr(),
                List.of(container, container),
                List.of(),
                List.of(),
                List.of(),
                receipt.opened()));
        assertEquals(
                List.of(container), receipt.with(List.of(container), List.of()).containers());
    }

    @Test
    void aDevicesIdentifierIsPrintableAndShort() {
        refused(() -> new KnownSeal(Voyage.CONTAINER, Voyage.SEAL.manufacturer(), NUMBER, List.of("a\u001bb")));
        refused(() -> new KnownSeal(Voyage.CONTAINER, Voyage.SEAL.manufacturer(), NUMBER, List.of(" ")));
        refused(() -> new KnownSeal(Voyage.CONTAINER, Voyage.SEAL.manufacturer(), NUMBER, List.of("a".repeat(201))));
        refused(() -> new KnownSeal(
                Voyage.CONTAINER,
                Voyage.SEAL.manufacturer(),
                NUMBER,
                List.of("1", "2", "3", "4", "5", "6", "7", "8", "9")));
    }

    private static String refused(Runnable what) {
        return assertThrows(Refusal.class, what::run).sentence();
    }
}
