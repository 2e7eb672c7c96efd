package uz.muhr.client.register;

import java.util.List;
import uz.muhr.client.following.BlockMark;

/**
 * Some of what the ledger wrote, in its order.
 *
 * @param asOf the last block that the answer knows of
 * @param next up to where nothing of interest is missing; the next page begins after it
 * @param full whether there may be more of it already
 */
public record EventPage(BlockMark asOf, List<LedgerEvent> events, Position next, boolean full) {}
