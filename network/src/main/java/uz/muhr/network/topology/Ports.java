package uz.muhr.network.topology;

/** The loopback TCP ports of one organisation, each from 1024 to 65535: its peer's, and its chaincode server's. */
public record Ports(int peer, int chaincode) {
    public Ports {
        check("The peer port", peer);
        check("The chaincode port", chaincode);
    }

    private static void check(String what, int port) {
        if (port < 1024 || port > 65535) {
            throw new TopologyException(what + " must be from 1024 to 65535, found " + port + ".");
        }
    }
}
