package uz.muhr.client.cli;

import java.util.ArrayList;
import java.util.List;
import uz.muhr.client.verification.RecordView;
import uz.muhr.client.verification.RecordView.ChangeView;

/** A record for a person. */
final class RecordLines {
    private static final int ENOUGH_OF_A_HASH = 16;

    private RecordLines() {}

    /** The record after a change, under the word that says what was done. */
    static List<String> changed(String word, RecordView record) {
        List<String> lines = new ArrayList<>(List.of(word));
        lines.addAll(of(record));
        return lines;
    }

    static List<String> of(RecordView record) {
        List<String> lines = new ArrayList<>();
        lines.add("  " + record.typeName() + " (type " + record.type() + ") of " + record.issuer() + ", "
                + record.kind());
        lines.add("  document   " + record.document());
        lines.add("  status     " + record.status() + (record.reason() == null ? "" : ", " + record.reason())
                + ", version " + record.sequence());
        if (record.validFrom() != null || record.validUntil() != null) {
            lines.add("  valid      " + (record.validFrom() == null ? "" : "from " + record.validFrom() + " ")
                    + (record.validUntil() == null ? "" : "until " + record.validUntil()));
        }
        if (record.quantity() != null) {
            lines.add("  quantity   " + record.quantity() + " " + record.unit());
        }
        if (record.replaces() != null) {
            lines.add("  replaces   document " + record.replaces());
        }
        if (record.replacedBy() != null) {
            lines.add("  replaced   by document " + record.replacedBy());
        }
        lines.add("  anchored   " + change(record.anchored()));
        if (record.sequence() > 1) {
            lines.add("  changed    " + change(record.changed()));
        }
        return lines;
    }

    static String change(ChangeView change) {
        return change.time() + " by " + change.organisation() + " (certificate "
                + change.certificate().substring(0, ENOUGH_OF_A_HASH) + "...) in transaction "
                + change.transaction().substring(0, ENOUGH_OF_A_HASH) + "..."
                + (change.block() == null ? "" : " of block " + change.block());
    }
}
