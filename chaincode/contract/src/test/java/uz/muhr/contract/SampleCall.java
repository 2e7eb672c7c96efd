package uz.muhr.contract;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import uz.muhr.protocol.anchoring.AnchorItem;
import uz.muhr.protocol.identifier.TypeCode;

/** A call of a contract. */
record SampleCall(Identity caller, String function, List<String> arguments) {
    private static SampleCall of(Identity caller, String function, String... arguments) {
        return new SampleCall(caller, function, List.of(arguments));
    }

    SampleNetwork.Transaction in(SampleNetwork network) {
        return network.run(caller, function, arguments.toArray(String[]::new));
    }

    /** One call of each kind, on a network with life; what reads much and writes nothing is among them. */
    static List<SampleCall> ofEachKind() {
        AnchorItem[] items = IntStream.range(0, 60)
                .mapToObj(i -> SampleNetwork.item(
                        new TypeCode(List.of("861", "954", "851").get(i % 3)), "I" + i % 50, SampleNetwork.OPEN))
                .toArray(AnchorItem[]::new);
        String id = SampleNetwork.DOCUMENT.hex();
        return List.of(
                of(SampleNetwork.CHAMBER, "document:anchor", SampleNetwork.list(items)),
                of(SampleNetwork.CHAMBER, "document:revoke", id, "1", "privilegeWithdrawn"),
                of(SampleNetwork.CHAMBER, "document:suspend", id, "1"),
                of(SampleNetwork.CHAMBER, "document:renew", id, "1"),
                of(
                        SampleNetwork.CHAMBER,
                        "document:replace",
                        SampleNetwork.replacement(SampleNetwork.PERMIT, 1, "ıİ2")
                                .write()),
                of(
                        SampleNetwork.CHAMBER,
                        "document:reissue",
                        SampleNetwork.reissue(SampleNetwork.DOCUMENT, 1, SampleNetwork.OTHER)
                                .write()),
                of(
                        SampleNetwork.OFFICER,
                        "customs:draw",
                        SampleNetwork.draw(2, "0.123456").write()),
                of(SampleNetwork.OFFICER, "customs:reverse", SampleNetwork.PERMIT.hex(), SampleNetwork.DRAWN.hex()),
                of(SampleNetwork.OFFICER, "customs:release", SampleNetwork.HELD.hex(), "1"),
                of(SampleNetwork.REGISTRAR, "authority:propose", SampleNetwork.GRANT.write()),
                of(
                        SampleNetwork.CHAMBER_REGISTRAR,
                        "authority:approve",
                        SampleNetwork.ADMIT.id().hex()),
                of(
                        SampleSealing.CARRIER,
                        "seal:affix",
                        SampleSealing.affix(SampleSealing.SECRET, SampleSealing.seal("3"))
                                .write()),
                of(SampleSealing.CARRIER, "seal:link", SampleSealing.linking(3).write()),
                of(
                        SampleSealing.CARRIER,
                        "seal:replace",
                        SampleSealing.replace(SampleSealing.SEAL, 2, SampleSealing.seal("4"))),
                of(
                        SampleSealing.CARRIER,
                        "seal:observe",
                        SampleSealing.readings(Instant.parse("2026-03-01T08:00:00Z"), 1, 80)),
                of(
                        SampleSealing.CARRIER,
                        "seal:consignment",
                        SampleSealing.SECRET.id().hex()),
                of(
                        SampleSealing.CARRIER,
                        "seal:history",
                        SampleSealing.SECRET.id().hex(),
                        SampleSealing.SEAL.seal().hex(),
                        "0"),
                of(SampleNetwork.OFFICER, "document:history", SampleNetwork.SUSPENDED.hex(), "0"),
                of(SampleNetwork.OFFICER, "document:attest", "{\"document\":\"" + SampleNetwork.SUSPENDED + "\"}"),
                of(SampleNetwork.OFFICER, "document:verify", "{\"document\":\"" + SampleNetwork.PERMIT + "\"}"));
    }
}
