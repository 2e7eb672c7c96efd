package uz.muhr.client.cli;

import java.util.ArrayList;
import java.util.List;
import uz.muhr.client.verification.CustomsView;
import uz.muhr.client.verification.DrawView;
import uz.muhr.client.verification.HoldsView;
import uz.muhr.client.verification.HoldsView.HoldView;

/** What customs did with a document, for a person. */
final class CustomsLines {
    private CustomsLines() {}

    static List<String> of(String word, DrawView draw) {
        List<String> lines = new ArrayList<>();
        lines.add(word + "  " + draw.amount() + " " + draw.unit());
        lines.add("  line " + draw.line() + " of declaration " + draw.declaration());
        lines.add("  drawn      " + RecordLines.change(draw.drawn()));
        if (draw.reversed() != null) {
            lines.add("  reversed   " + RecordLines.change(draw.reversed()));
        }
        return lines;
    }

    static List<String> of(String word, HoldsView holds) {
        List<String> lines = new ArrayList<>(List.of(word));
        for (HoldView hold : holds.holds()) {
            lines.add("  held       " + RecordLines.change(hold.held()));
            if (hold.released() != null) {
                lines.add("  released   " + RecordLines.change(hold.released()));
            }
        }
        return lines;
    }

    static List<String> of(CustomsView customs) {
        List<String> lines = new ArrayList<>();
        for (DrawView draw : customs.writeOffs()) {
            lines.addAll(of(draw.reversed() == null ? "WRITTEN OFF" : "REVERSED", draw));
        }
        lines.add(
                customs.drawn() == null
                        ? "Nothing was written off."
                        : "In total " + customs.drawn() + " is written off.");
        lines.addAll(of(
                customs.holds().held() ? "Customs holds the document." : "Customs does not hold the document.",
                customs.holds()));
        return lines;
    }
}
