package uz.muhr.proof.block;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import uz.muhr.proof.identity.SigningKey;

/** The orderers that a configuration names, by their numbers, and how many of them make a block final. */
public final class Consenters {
    private final Map<Integer, SigningKey> keys;

    /** @param keys at least one, each orderer's own */
    public Consenters(Map<Integer, SigningKey> keys) {
        if (keys.isEmpty()) {
            throw new IllegalArgumentException("There are no orderers.");
        }
        this.keys = new TreeMap<>(keys);
    }

    Optional<SigningKey> key(int number) {
        return Optional.ofNullable(keys.get(number));
    }

    /**
     * How many different orderers have to sign, so that any two such groups share an honest one: ceil((n + f + 1) / 2),
     * where f = floor((n - 1) / 3) of n may be faulty (SmartBFT, internal/bft/util.go).
     */
    public int quorum() {
        int faulty = (keys.size() - 1) / 3;
        return (keys.size() + faulty + 2) / 2;
    }
}
