package uz.muhr.protocol.consignment;

import java.nio.charset.StandardCharsets;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.freight.ContainerNumber;
import uz.muhr.protocol.freight.Place;
import uz.muhr.protocol.freight.SealManufacturer;
import uz.muhr.protocol.freight.SealNumber;
import uz.muhr.protocol.freight.Ucr;
import uz.muhr.protocol.hash.DomainHash;
import uz.muhr.protocol.hash.Hex32;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.refusal.Refusal;

/**
 * 32 random bytes under which all of one consignment is committed: numbers of containers and seals are guessable, and with
 * them it is not. It travels in the consignment's receipt; it is shown nowhere else, so {@link #toString} hides it.
 */
public record ConsignmentSecret(String hex) {
    public ConsignmentSecret {
        if (!Hex32.matches(hex)) {
            throw Refusal.malformed("The consignment's secret has to be 64 digits of 0-9 and a-f; it is not.");
        }
    }

    public ConsignmentId id() {
        return new ConsignmentId(DomainHash.of("muhr/consignment-id/1", Hex32.bytes(hex)));
    }

    public UcrCommitment ucr(Ucr ucr) {
        return new UcrCommitment(commit("muhr/ucr/1", ucr.value()));
    }

    public ContainerCommitment container(ContainerNumber number) {
        return new ContainerCommitment(commit("muhr/container/1", number.value()));
    }

    public PlaceCommitment place(Place place) {
        return new PlaceCommitment(commit("muhr/place/1", place.code()));
    }

    public SealReference seal(SealManufacturer manufacturer, SealNumber number) {
        return new SealReference(DomainHash.of(
                "muhr/seal-reference/1", Hex32.bytes(hex), ascii(manufacturer.value()), ascii(number.value())));
    }

    public EvidenceCommitment evidence(Fingerprint file) {
        return new EvidenceCommitment(DomainHash.of("muhr/seal-evidence/1", Hex32.bytes(hex), Hex32.bytes(file.hex())));
    }

    public ConsignedDocument document(DocumentId document) {
        return new ConsignedDocument(
                DomainHash.of("muhr/consigned-document/1", Hex32.bytes(hex), Hex32.bytes(document.hex())));
    }

    /**
     * The name of a report or a reading.
     *
     * @param origin what tells it from every other one where it comes from, such as an EPCIS event's id
     */
    public SealEventId event(String origin) {
        return new SealEventId(
                DomainHash.of("muhr/seal-event-id/1", Hex32.bytes(hex), origin.getBytes(StandardCharsets.UTF_8)));
    }

    private String commit(String domain, String text) {
        return DomainHash.of(domain, Hex32.bytes(hex), ascii(text));
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "consignment secret";
    }
}
