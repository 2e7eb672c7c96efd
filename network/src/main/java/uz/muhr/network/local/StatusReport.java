package uz.muhr.network.local;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Tells how the whole network is, to a person or to a program. */
record StatusReport(List<OrganisationStatus> organisations) {
    StatusReport {
        organisations = List.copyOf(organisations);
    }

    boolean isUp() {
        return organisations.stream().allMatch(OrganisationStatus::isUp);
    }

    String text() {
        return organisations.stream().map(StatusReport::line).collect(Collectors.joining("\n"));
    }

    /** {@code {"up":BOOL,"organisations":[{"name","peer","reachable","height","chaincode","detail"}]}}, one line. */
    String json() {
        JsonArray all = new JsonArray();
        organisations.forEach(status -> all.add(status.json()));
        JsonObject report = new JsonObject();
        report.addProperty("up", isUp());
        report.add("organisations", all);
        return report.toString();
    }

    private static String line(OrganisationStatus status) {
        String how = status.isUp() ? "up" : "down: " + status.detail();
        String height =
                status.height().isPresent() ? "blocks " + status.height().getAsLong() : "blocks ?";
        return String.format(Locale.ROOT, "%-12s %-16s %-12s %s", status.name(), status.peer(), height, how);
    }
}
