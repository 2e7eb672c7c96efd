package uz.muhr.client.cli;

import java.util.ArrayList;
import java.util.List;
import uz.muhr.client.voyage.ConsignmentView;
import uz.muhr.client.voyage.ConsignmentView.ContainerView;
import uz.muhr.client.voyage.ConsignmentView.DocumentView;
import uz.muhr.client.voyage.SealEventView;
import uz.muhr.client.voyage.SealView;
import uz.muhr.client.voyage.SealView.CustodyView;
import uz.muhr.client.voyage.SealView.ReadingsView;

/** A consignment for a person: the verdict first, then why, then what happened. */
final class ConsignmentLines {
    private static final int ENOUGH_OF_A_HASH = 16;

    private ConsignmentLines() {}

    static List<String> of(ConsignmentView view) {
        List<String> lines = new ArrayList<>();
        lines.add(view.verdict() + "  " + view.sentence());
        view.reasons().forEach(reason -> lines.add("  " + reason.sentence()));
        lines.add("");
        lines.add("  consignment  " + (view.ucr() == null ? shortened(view.consignment()) : view.ucr()) + ", opened "
                + view.opened() + " by " + view.opener());
        for (ContainerView container : view.containers()) {
            lines.add("  container    "
                    + (container.container() == null
                            ? "that the receipt does not know (" + shortened(container.commitment()) + ")"
                            : container.container()));
            container.seals().forEach(seal -> lines.addAll(seal(seal)));
        }
        if (view.gaps().isEmpty()) {
            lines.add("  gaps         none");
        }
        view.gaps().forEach(gap -> lines.add("  gap          " + gap));
        view.documents().forEach(document -> lines.addAll(document(document)));
        lines.add("");
        lines.add("  Answered by " + view.answeredBy() + "'s peer"
                + (view.at() == null ? "." : ", by what was recorded up to " + view.at() + "."));
        return lines;
    }

    private static List<String> seal(SealView seal) {
        List<String> lines = new ArrayList<>();
        lines.add("    seal " + name(seal) + ", class " + seal.sealClass() + ", " + seal.sealKind() + ": "
                + seal.verdict() + ", " + seal.state()
                + (seal.offeredTo() == null ? "" : " to " + seal.offeredTo()));
        seal.reasons().forEach(reason -> lines.add("      " + reason.sentence()));
        for (CustodyView custody : seal.custody()) {
            lines.add("      custody  " + custody.holder() + " from " + custody.from()
                    + (custody.until() == null ? "" : " until " + custody.until()));
        }
        seal.events().forEach(event -> lines.add("      " + event(event)));
        ReadingsView readings = seal.readings();
        if (readings != null) {
            lines.add("      " + readings.count() + " readings from " + readings.first() + " until " + readings.last()
                    + ", " + readings.opened() + " of them opened"
                    + (readings.lowestBattery() == null
                            ? ""
                            : ", battery at least " + readings.lowestBattery() + " %"));
        }
        return lines;
    }

    static String event(SealEventView event) {
        return event.sequence() + "  " + event.change().time() + "  " + event.operation()
                + (event.detail() == null ? "" : " " + event.detail())
                + (event.place() == null ? "" : " at " + event.place())
                + " by " + event.change().organisation()
                + (event.claimed() == null ? "" : ", for " + event.claimed())
                + (event.outOfOrder() ? " (out of order)" : "")
                + (event.evidence().isEmpty() ? "" : ", " + event.evidence().size() + " files of evidence");
    }

    private static List<String> document(DocumentView document) {
        List<String> lines = new ArrayList<>();
        if (document.document() == null) {
            lines.add("  document     that the receipt does not know (" + shortened(document.commitment()) + ")");
        } else {
            lines.add("  document     " + document.typeName() + " " + document.number() + " of " + document.issuer()
                    + ": " + document.verdict());
        }
        document.reasons().forEach(reason -> lines.add("    " + reason.sentence()));
        if (document.taint() != null) {
            lines.add("    " + document.taint());
        }
        return lines;
    }

    private static String name(SealView seal) {
        return seal.number() == null
                ? "that the receipt does not know (" + shortened(seal.seal()) + ")"
                : seal.manufacturer() + " " + seal.number();
    }

    private static String shortened(String hash) {
        return hash.substring(0, ENOUGH_OF_A_HASH) + "...";
    }
}
