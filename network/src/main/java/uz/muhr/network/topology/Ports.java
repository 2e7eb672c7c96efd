package uz.muhr.network.topology;

import java.util.List;

/**
 * The loopback TCP ports of one organisation, each from 1024 to 65535.
 *
 * @param peer its peer's, which is also its gateway's
 * @param chaincode its chaincode server's
 * @param operations its peer's health and metrics; real Fabric only, as all that follow
 * @param orderer its orderer's, for peers, clients and the other orderers
 * @param ordererAdmin its orderer's channel participation
 * @param ordererOperations its orderer's health and metrics
 */
public record Ports(int peer, int chaincode, int operations, int orderer, int ordererAdmin, int ordererOperations) {
    /** The names in {@code network.yaml}, in the order of the components. */
    static final List<String> NAMES =
            List.of("peer", "chaincode", "operations", "orderer", "ordererAdmin", "ordererOperations");

    public Ports {
        List<Integer> all = List.of(peer, chaincode, operations, orderer, ordererAdmin, ordererOperations);
        for (int i = 0; i < all.size(); i++) {
            check(NAMES.get(i), all.get(i));
        }
    }

    /** In the order of the components. */
    public List<Integer> all() {
        return List.of(peer, chaincode, operations, orderer, ordererAdmin, ordererOperations);
    }

    private static void check(String what, int port) {
        if (port < 1024 || port > 65535) {
            throw new TopologyException("The " + what + " port must be from 1024 to 65535, found " + port + ".");
        }
    }
}
