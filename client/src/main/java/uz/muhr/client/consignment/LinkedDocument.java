package uz.muhr.client.consignment;

import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;

/** A document that goes with a consignment, as people call it. */
public record LinkedDocument(MspId issuer, TypeCode type, DocumentNumber number) {
    public DocumentId id() {
        return DocumentId.of(issuer, type, number.digest());
    }
}
