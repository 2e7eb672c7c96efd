package uz.muhr.contract;

import java.time.Instant;
import java.util.List;
import uz.muhr.contract.ArgumentsTest.Function;
import uz.muhr.protocol.consignment.ConsignmentSecret;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.seal.SealAct;

/** Every function of the seal contract with arguments that it takes on a network with life. */
final class SealFunctions {
    private static final String CONSIGNMENT = SampleSealing.SECRET.id().hex();
    private static final String SEAL = SampleSealing.SEAL.seal().hex();

    private SealFunctions() {}

    static List<Function> all(Instant now) {
        return List.of(
                by(
                        SampleSealing.CHAMBER,
                        "register",
                        SampleSealing.CHAMBER_KEY.hash().hex()),
                by(SampleSealing.CHAMBER, "registry", "CarrierMSP"),
                by(
                        SampleSealing.CHAMBER,
                        "tagged",
                        "CarrierMSP",
                        SampleSealing.seal("1").tag().hex()),
                by(
                        SampleSealing.CHAMBER,
                        "open",
                        SampleSealing.opening(new ConsignmentSecret(SampleNetwork.sha256("another secret")))
                                .write()),
                by(SampleSealing.CARRIER, "link", SampleSealing.linking(3).write()),
                by(SampleSealing.CHAMBER, "consignment", CONSIGNMENT),
                by(SampleSealing.CHAMBER, "links", CONSIGNMENT, "1"),
                by(
                        SampleSealing.CARRIER,
                        "affix",
                        SampleSealing.affix(SampleSealing.SECRET, SampleSealing.seal("3"))
                                .write()),
                by(
                        SampleSealing.CARRIER,
                        "act",
                        SampleSealing.act(SampleSealing.SEAL, 2, new SealAct.HandOver(new MspId("CustomsMSP")))),
                by(
                        SampleSealing.CARRIER,
                        "replace",
                        SampleSealing.replace(SampleSealing.SEAL, 2, SampleSealing.seal("3"))),
                by(SampleSealing.CARRIER, "observe", SampleSealing.readings(now, 0, 3)),
                by(SampleSealing.CHAMBER, "read", CONSIGNMENT, SEAL),
                by(SampleSealing.CHAMBER, "history", CONSIGNMENT, SEAL, "1"));
    }

    private static Function by(Identity caller, String name, String... arguments) {
        return new Function("seal:" + name, caller, List.of(arguments));
    }
}
