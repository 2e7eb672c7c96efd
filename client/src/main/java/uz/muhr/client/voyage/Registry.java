package uz.muhr.client.voyage;

import java.security.SecureRandom;
import java.util.Optional;
import uz.muhr.client.fabric.SealLedger;
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
     * @throws Refusal REGISTRY_EXISTS when the ledger has the hash of another key than the one that is here, or none is here
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
        registering.register(key.hash());
        return key;
    }

    private Refusal elsewhere() {
        return new Refusal(
                ErrorCode.REGISTRY_EXISTS,
                file.organisation() + "'s registry key for container seals is kept by another of its clients. Copy "
                        + file.file().name() + " from there into this client's data folder.");
    }
}
