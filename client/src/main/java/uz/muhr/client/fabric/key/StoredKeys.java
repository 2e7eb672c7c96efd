package uz.muhr.client.fabric.key;

import java.security.KeyStore;
import java.security.KeyStoreException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** The private keys of a store that have a certificate beside them. */
final class StoredKeys {
    private StoredKeys() {}

    /**
     * The one that is meant.
     *
     * @param place names the store in the refusal
     * @param wanted the key's name; may be left out while there is one
     * @throws UnusableKeyException when there is none of the name, none at all, or a choice
     */
    static String choose(KeyStore store, String place, Optional<String> wanted) throws KeyStoreException {
        List<String> names = new ArrayList<>();
        for (String name : Collections.list(store.aliases())) {
            if (store.isKeyEntry(name) && store.getCertificate(name) != null) {
                names.add(name);
            }
        }
        if (names.isEmpty()) {
            throw new UnusableKeyException(
                    place + " has to hold a private key with its certificate; it holds none. Put both there.");
        }
        if (wanted.isEmpty() && names.size() == 1) {
            return names.get(0);
        }
        return wanted.filter(names::contains)
                .orElseThrow(() -> new UnusableKeyException(place + " holds the keys " + String.join(", ", names)
                        + wanted.map(name -> " and none named " + name).orElse("")
                        + "; name one of them in the profile as \"key\"."));
    }
}
