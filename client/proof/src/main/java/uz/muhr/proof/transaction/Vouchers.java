package uz.muhr.proof.transaction;

import java.util.Collection;
import java.util.SortedSet;
import java.util.stream.Collectors;
import uz.muhr.protocol.identifier.MspId;

/** How those are named who vouch for a check. */
public final class Vouchers {
    private Vouchers() {}

    public static String peersOf(SortedSet<MspId> organisations) {
        return "peers of " + named(organisations);
    }

    public static String named(Collection<MspId> organisations) {
        return organisations.stream().map(MspId::value).collect(Collectors.joining(", "));
    }
}
