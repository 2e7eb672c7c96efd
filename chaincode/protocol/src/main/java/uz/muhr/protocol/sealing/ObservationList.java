package uz.muhr.protocol.sealing;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.Refusal;

/** The argument of {@code seal:observe}: 1 to 500 reports and readings, of any seals, that share one transaction. */
public record ObservationList(List<Observation> observations) {
    public static final int MOST = 500;

    /**
     * Refuses what cannot be.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public ObservationList {
        observations = List.copyOf(observations);
        if (observations.isEmpty() || observations.size() > MOST) {
            throw Refusal.malformed(
                    "A list has to hold 1 to " + MOST + " observations; it holds " + observations.size() + ".");
        }
    }

    public String write() {
        JsonArray list = new JsonArray();
        observations.forEach(observation -> list.add(observation.json()));
        JsonObject json = new JsonObject();
        json.add("observations", list);
        return CanonicalJson.write(json);
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT for the whole list when one item is malformed: the caller's software errs
     */
    public static ObservationList parse(String text) {
        Members members = StrictJson.canonicalObject("The list of observations", text);
        ObservationList list = new ObservationList(members.list("observations", Observation::read));
        members.end();
        return list;
    }
}
