package uz.muhr.client.cli;

import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;

/** A document of another organisation, by what stands on it. */
final class NumberedDocument {
    @Parameters(paramLabel = "NUMBER", description = "the document's number")
    private String number = "";

    @Option(
            names = "--issuer",
            required = true,
            paramLabel = "MSP",
            description = "who issued it, such as QuarantineMSP")
    private String issuer = "";

    @Option(names = "--type", required = true, paramLabel = "CODE", description = "UNTDID 1001 code")
    private String type = "";

    DocumentId id() {
        return DocumentId.of(
                new MspId(issuer),
                new TypeCode(type),
                DocumentNumber.parse(number).digest());
    }
}
