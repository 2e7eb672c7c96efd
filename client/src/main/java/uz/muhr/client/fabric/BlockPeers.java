package uz.muhr.client.fabric;

/** The peers behind a profile's gateways, in its order, for whoever reads blocks and moves on when one fails. */
public final class BlockPeers {
    private final Profile profile;
    private final Profile.ProfileUser user;

    BlockPeers(Profile profile, Profile.ProfileUser user) {
        this.profile = profile;
        this.user = user;
    }

    /** At least one. */
    public int count() {
        return profile.gateways().size();
    }

    /**
     * Makes ready to talk to one of them.
     *
     * @param turn from 0; after the last comes the first again
     */
    public BlockPeer open(int turn) {
        return new BlockPeer(profile, user, profile.gateways().get(turn % count()));
    }
}
