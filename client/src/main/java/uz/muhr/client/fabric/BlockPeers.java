package uz.muhr.client.fabric;

import uz.muhr.client.fabric.key.UserKey;

/** The peers behind a profile's gateways, in its order, for whoever reads blocks and moves on when one fails. */
public final class BlockPeers {
    private final Profile profile;
    private final UserKey key;

    BlockPeers(Profile profile, UserKey key) {
        this.profile = profile;
        this.key = key;
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
        return new BlockPeer(profile, key, profile.gateways().get(turn % count()));
    }
}
