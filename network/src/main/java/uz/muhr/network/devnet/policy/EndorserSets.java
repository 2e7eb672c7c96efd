package uz.muhr.network.devnet.policy;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import uz.muhr.network.devnet.msp.NodeRole;

/** Finds which organisations' peers would together satisfy all the policies of a transaction, as Fabric's discovery does. */
public final class EndorserSets {
    private EndorserSets() {}

    /**
     * The smallest sets of organisations whose peers satisfy every policy; none that holds another one of them. Sets
     * with the first organisation come first, then smaller ones, then the order of the organisations.
     */
    public static List<List<String>> enough(List<EndorsementPolicy> policies, List<String> mspIds) {
        List<Integer> minimal = new ArrayList<>();
        int all = 1 << mspIds.size();
        List<Integer> bySize = new ArrayList<>();
        for (int set = 1; set < all; set++) {
            bySize.add(set);
        }
        bySize.sort(Comparator.<Integer>comparingInt(Integer::bitCount).thenComparingInt(set -> set));
        for (int set : bySize) {
            boolean larger = minimal.stream().anyMatch(smaller -> (smaller & set) == smaller);
            List<Signatory> peers = peers(set, mspIds);
            if (!larger && policies.stream().allMatch(policy -> policy.satisfiedBy(peers))) {
                minimal.add(set);
            }
        }
        minimal.sort(Comparator.comparing(set -> (set & 1) == 0));
        return minimal.stream()
                .map(set -> peers(set, mspIds).stream().map(Signatory::mspId).toList())
                .toList();
    }

    private static List<Signatory> peers(int set, List<String> mspIds) {
        List<Signatory> peers = new ArrayList<>();
        for (int i = 0; i < mspIds.size(); i++) {
            if ((set & (1 << i)) != 0) {
                peers.add(new Signatory(mspIds.get(i), NodeRole.PEER));
            }
        }
        return peers;
    }
}
