package uz.muhr.client.document;

import java.util.Optional;
import java.util.function.BiConsumer;

/** UN/CEFACT's SPS certificate, which the electronic phytosanitary certificate (ePhyto) of the IPPC is. */
final class SpsCertificate {
    private static final String NAMESPACE = "urn:un:unece:uncefact:data:standard:SPSCertificate:";
    private static final String DOCUMENT = "SPSExchangedDocument";

    private SpsCertificate() {}

    /** Its name, when it is one. */
    static Optional<String> read(Leaves xml, Gathered gathered) {
        if (!xml.root().startsWith(NAMESPACE)) {
            return Optional.empty();
        }
        take(xml, "TypeCode", gathered::type);
        take(xml, "ID", gathered::number);
        take(xml, "IssuerSPSParty/Name", gathered::issuer);
        take(xml, "IssueDateTime/DateTimeString", (text, where) -> gathered.date(Fact.ISSUED, text, where));
        return Optional.of("UN/CEFACT SPS certificate");
    }

    private static void take(Leaves xml, String path, BiConsumer<String, String> taker) {
        xml.text("SPSCertificate/" + DOCUMENT + "/" + path)
                .ifPresent(text -> taker.accept(text, DOCUMENT + "/" + path));
    }
}
