package uz.muhr.client.voyage;

import java.util.List;
import uz.muhr.client.consignment.ConsignmentReceipt;
import uz.muhr.client.consignment.KnownSeal;
import uz.muhr.client.consignment.LinkedDocument;
import uz.muhr.protocol.consignment.ConsignmentLinking;
import uz.muhr.protocol.consignment.RegistryKey;
import uz.muhr.protocol.freight.ContainerNumber;
import uz.muhr.protocol.freight.SealCondition;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.json.LedgerTime;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.seal.SealAct;
import uz.muhr.protocol.sealing.AffixRequest;
import uz.muhr.protocol.sealing.Observation;
import uz.muhr.protocol.sealing.ObservationList;
import uz.muhr.protocol.sealing.ReplaceRequest;
import uz.muhr.protocol.sealing.SealRequest;

/** What people say of a consignment's seals becomes what the ledger is asked: commitments under the receipt's secret. */
public final class SealRequests {
    private SealRequests() {}

    /**
     * Containers and documents are taken in besides.
     *
     * @param expected the consignment's version that was seen
     */
    public static ConsignmentLinking link(
            ConsignmentReceipt receipt,
            long expected,
            List<ContainerNumber> containers,
            List<LinkedDocument> documents) {
        return new ConsignmentLinking(receipt.id(), expected, receipt.linked(containers, documents));
    }

    /**
     * A seal is put on its container.
     *
     * @throws Refusal MALFORMED_ARGUMENT when the consignment has no such container
     */
    public static AffixRequest affix(ConsignmentReceipt receipt, RegistryKey key, NewSeal seal, Occasion occasion) {
        ContainerNumber container = seal.seal().container();
        if (!receipt.containers().contains(container)) {
            throw Refusal.malformed(
                    "The consignment has no container " + container + "; link it first: muhr consignment link.");
        }
        return new AffixRequest(
                receipt.id(),
                receipt.secret().container(container),
                tagged(receipt, key, seal),
                occasion.under(receipt.secret()));
    }

    /**
     * A seal is put in another's place.
     *
     * @param expected the old seal's version that was seen
     */
    public static ReplaceRequest replace(
            ConsignmentReceipt receipt,
            RegistryKey key,
            KnownSeal old,
            long expected,
            NewSeal seal,
            Occasion occasion) {
        return new ReplaceRequest(
                receipt.name(old), expected, tagged(receipt, key, seal), occasion.under(receipt.secret()));
    }

    /**
     * Something is done to a seal.
     *
     * @param expected the seal's version that was seen
     */
    public static SealRequest act(
            ConsignmentReceipt receipt, KnownSeal seal, long expected, SealAct act, Occasion occasion) {
        return new SealRequest(receipt.name(seal), expected, act, occasion.under(receipt.secret()));
    }

    /**
     * Something was found wrong with a seal.
     *
     * @param by who says so
     * @param seen the seal's version that was seen; with it two reports are told apart that say the same
     */
    public static ObservationList report(
            ConsignmentReceipt receipt,
            KnownSeal seal,
            MspId by,
            long seen,
            SealCondition condition,
            Occasion occasion) {
        String origin = "report\n" + by + "\n" + seen + "\n" + condition.code() + "\n"
                + occasion.time().map(LedgerTime::write).orElse("");
        return new ObservationList(List.of(new Observation(
                receipt.name(seal),
                new SealAct.Report(receipt.secret().event(origin), condition),
                occasion.under(receipt.secret()))));
    }

    private static uz.muhr.protocol.sealing.NewSeal tagged(ConsignmentReceipt receipt, RegistryKey key, NewSeal seal) {
        KnownSeal known = seal.seal();
        return new uz.muhr.protocol.sealing.NewSeal(
                receipt.reference(known), seal.description(), key.tag(known.manufacturer(), known.number()));
    }
}
