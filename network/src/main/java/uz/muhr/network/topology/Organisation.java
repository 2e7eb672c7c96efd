package uz.muhr.network.topology;

import java.util.List;

/**
 * A member of the network.
 *
 * @param name short name, used for folders and on the command line, such as {@code customs}
 * @param mspId Fabric's name of the organisation, such as {@code CustomsMSP}
 * @param domain where its nodes' host names end; {@code peer.DOMAIN} is its peer
 * @param users at least one; the first is the client's default
 * @param issues the document types (UNTDID 1001) it holds authority over from the start
 */
public record Organisation(
        String name, String mspId, String domain, Ports ports, List<User> users, List<String> issues) {
    private static final String SUFFIX = "MSP";

    public Organisation {
        Names.NAME.require("An organisation's name", name);
        Names.MSP_ID.require("The mspId of " + name, mspId);
        Names.DOMAIN.require("The domain of " + name, domain);
        users = List.copyOf(users);
        issues = List.copyOf(issues);
        if (users.isEmpty()) {
            throw new TopologyException("The organisation " + name + " has no users; name at least one.");
        }
        Names.requireDistinct(
                "In " + name + ", the user name", users.stream().map(User::name).toList());
        issues.forEach(type -> Names.TYPE_CODE.require("What " + name + " issues", type));
        Names.requireDistinct("In " + name + ", the document type", issues);
    }

    /** The MSP of the organisation's orderer: Fabric wants node roles apart, so it is one of its own. */
    public String ordererMspId() {
        return mspId.substring(0, mspId.length() - SUFFIX.length()) + "Orderer" + SUFFIX;
    }

    Organisation withPorts(Ports others) {
        return new Organisation(name, mspId, domain, others, users, issues);
    }
}
