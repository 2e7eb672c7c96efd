package uz.muhr.client.register;

import java.time.LocalDate;
import java.util.List;
import uz.muhr.client.following.BlockMark;
import uz.muhr.protocol.identifier.MspId;

/**
 * How many documents were anchored, by day and issuer; days and issuers without any are left out.
 *
 * @param asOf the last block that the answer knows of
 * @param counts newest day first
 */
public record DailyCounts(BlockMark asOf, List<DailyCount> counts) {
    /**
     * One day of one issuer.
     *
     * @param on the day in UTC, by the time that the transactions claim
     */
    public record DailyCount(LocalDate on, MspId issuer, long documents) {}
}
