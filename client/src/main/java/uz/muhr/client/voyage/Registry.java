package uz.muhr.client.voyage;

import java.security.SecureRandom;
import java.util.Optional;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.fabric.SealLedger;
import uz.muhr.client.submission.Attempts;
import uz.muhr.client.submission.SealWish;
import uz.muhr.client.submission.Stages;
import uz.muhr.protocol.consignment.RegistryKey;
import uz.muhr.protocol.consignment.RegistryKeyHash;
import uz.muhr.protocol.consignment.RegistryRecord;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** The registry key under which the own organisation affixes: drawn and put on the ledger by its first client that affixes. */
public final class Registry {
    private final SealLedger ledger;
    private final RegistryKeyFile file;
    private final SecureRandom random;

    public Registry(SealLedger ledger, RegistryKeyFile file, SecureRandom random) {
        this.ledger = ledger;
        this.file = file;
        this.random = random;
    }

    /** Puts the hash of a key on the ledger. */
    @FunctionalInterface
    public interface Registering {
        void register(RegistryKeyHash key);
    }

    /**
     * The key that counts.
     *
     * @param registering called when none is on the ledger yet
     * @throws Refusal REGISTRY_EXISTS when the ledger has the hash of another key than the one that is here, or none is here;
     *     NOT_AUTHORISED when none is on the ledger and the caller may not put one there
     */
    public RegistryKey key(Registering registering) {
        Optional<RegistryKeyHash> registered =
                ledger.registry(file.organisation()).map(RegistryRecord::key);
        if (registered.isPresent()) {
            return file.find()
                    .filter(key -> key.hash().equals(registered.get()))
                    .orElseThrow(this::elsewhere);
        }
        RegistryKey key = file.findOrDraw(random);
        try {
            registering.register(key.hash());
        } catch (Refusal refusal) {
            throw refusal.code() == ErrorCode.NOT_AUTHORISED ? registrarFirst(refusal) : refusal;
        }
        return key;
    }

    /** Puts the key on the ledger where none is yet; fails as {@link #key}. */
    public RegistryKey register(Ledger signer) {
        return key(hash -> new Attempts(signer, Stages.UNWATCHED).settle(new SealWish.Register(hash)));
    }

    private Refusal registrarFirst(Refusal refusal) {
        return new Refusal(
                ErrorCode.NOT_AUTHORISED,
                file.organisation()
                        + " has no registry key for container seals on the ledger yet, and this user may not"
                        + " put one there: its registrar says muhr seal register first, with the same data folder.",
                refusal);
    }

    private Refusal elsewhere() {
        return new Refusal(
                ErrorCode.REGISTRY_EXISTS,
                file.organisation() + "'s registry key for container seals is kept by another of its clients. Copy "
                        + file.file().name() + " from there into this client's data folder.");
    }
}
