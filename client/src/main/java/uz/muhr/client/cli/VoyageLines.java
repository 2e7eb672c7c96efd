package uz.muhr.client.cli;

import java.util.ArrayList;
import java.util.List;
import uz.muhr.client.consignment.ConsignmentFile;
import uz.muhr.client.voyage.Imported;
import uz.muhr.client.voyage.Undertakings.Outcome;

/** What was done to a consignment, for a person. */
final class VoyageLines {
    private VoyageLines() {}

    /** What was done, for a program. */
    record Done(String outcome, boolean before, String consignment, String transaction, long block, String receipt) {}

    static void say(Speech speech, String word, ConsignmentFile file, Outcome outcome) {
        speech.say(
                new Done(
                        word,
                        outcome.before(),
                        outcome.receipt().id().hex(),
                        outcome.place().transaction().hex(),
                        outcome.place().block(),
                        file.path().toString()),
                List.of(
                        word + "  " + file.name() + (outcome.before() ? "  (it was already)" : ""),
                        "  block " + outcome.place().block() + ", transaction "
                                + outcome.place().transaction()));
    }

    static List<String> of(String name, Imported imported) {
        List<String> lines = new ArrayList<>();
        lines.add("IMPORTED  " + name);
        lines.add("  " + imported.standard() + ", " + counted(imported.events(), "event"));
        lines.add("  " + counted(imported.recorded(), "reading") + " recorded"
                + (imported.alreadyRecorded() == 0 ? "" : ", " + imported.alreadyRecorded() + " recorded before"));
        imported.refused().forEach((why, count) -> lines.add("  " + count + " refused: " + why));
        imported.unused().forEach((why, count) -> lines.add("  " + count + " not used: " + why));
        imported.faults()
                .forEach(fault -> lines.add("  event " + fault.event() + (fault.leftOut() ? " left out: " : " taken: ")
                        + fault.code() + ": " + fault.sentence()));
        return lines;
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : "s");
    }
}
