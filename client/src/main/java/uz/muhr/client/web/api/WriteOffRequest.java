package uz.muhr.client.web.api;

import uz.muhr.protocol.customs.DeclarationCommitment;
import uz.muhr.protocol.customs.DrawRequest;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.quantity.Quantity;
import uz.muhr.protocol.refusal.Refusal;

/** The wish to write a quantity off a document. */
final class WriteOffRequest {
    private WriteOffRequest() {}

    /**
     * Reads a request's JSON: the declaration's reference as it stands on it, its line, quantity and unit.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    static DrawRequest parse(DocumentId document, String text) {
        Members members = StrictJson.object("The write-off", text);
        DrawRequest request = new DrawRequest(
                document,
                DeclarationCommitment.of(members.text("declaration", DocumentNumber::parse)),
                members.integer("line"),
                Quantity.required(members));
        members.end();
        return request;
    }
}
