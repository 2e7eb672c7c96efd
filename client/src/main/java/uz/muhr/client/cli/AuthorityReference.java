package uz.muhr.client.cli;

import picocli.CommandLine.Option;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;

/** An organisation's authority over one type of document. */
final class AuthorityReference {
    @Option(
            names = "--issuer",
            required = true,
            paramLabel = "MSP",
            description = "the organisation, such as ChamberMSP")
    private String issuer = "";

    @Option(names = "--type", required = true, paramLabel = "CODE", description = "UNTDID 1001 code")
    private String type = "";

    MspId issuer() {
        return new MspId(issuer);
    }

    TypeCode type() {
        return new TypeCode(type);
    }
}
