package uz.muhr.client.cli;

import java.util.ArrayList;
import java.util.List;
import uz.muhr.client.verification.RecordView;
import uz.muhr.client.verification.RecordView.ChangeView;

/** A record for a person. */
final class RecordLines {
    private static final int ENOUGH_OF_A_HASH = 16;

    private RecordLines() {}

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
        lines.add("  anchored   " + change(record.anchored()));
        if (record.sequence() > 1) {
            lines.add("  changed    " + change(record.changed()));
        }
        return lines;
    }

    private static String change(ChangeView change) {
        return change.time() + " by " + change.organisation() + " (certificate "
                + change.certificate().substring(0, ENOUGH_OF_A_HASH) + "...) in transaction "
                + change.transaction().substring(0, ENOUGH_OF_A_HASH) + "...";
    }
}
