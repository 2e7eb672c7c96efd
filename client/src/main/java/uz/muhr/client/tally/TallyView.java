package uz.muhr.client.tally;

import java.util.List;

/**
 * What was counted, for a person or another program; what never came about is left out.
 *
 * @param from the first day, in UTC, such as 2026-11-22
 * @param until the last day
 * @param tallies newest day first
 */
public record TallyView(String from, String until, List<TallyOfADay> tallies) {
    public TallyView {
        tallies = List.copyOf(tallies);
    }

    /**
     * One code on one day.
     *
     * @param kind VERDICT or REFUSAL
     */
    public record TallyOfADay(String day, String kind, String code, long times) {}
}
