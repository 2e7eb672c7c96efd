package uz.muhr.client.voyage;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Optional;
import uz.muhr.client.commitment.DurableFile;
import uz.muhr.protocol.consignment.RegistryKey;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.Refusal;

/**
 * An organisation's registry key on disk, in the folder where the client keeps its data. It is for good and the same for all
 * of the organisation's clients: back it up, and give them copies.
 */
public record RegistryKeyFile(MspId organisation, DurableFile file) {
    private static final int FORMAT = 1;
    private static final long LONGEST = 1 << 10;

    /** Where the key of an organisation is or will be. */
    public static RegistryKeyFile in(Path folder, MspId organisation) {
        return new RegistryKeyFile(
                organisation, new DurableFile(folder.resolve("seal-registry-" + organisation + ".json")));
    }

    /**
     * The key, if there is one.
     *
     * @throws Refusal MALFORMED_ARGUMENT when what is there is none of this organisation
     */
    Optional<RegistryKey> find() {
        return file.read("registry key", LONGEST).map(this::parse);
    }

    /** The key; one is drawn, and safe on disk when this returns, where there is none yet. */
    RegistryKey findOrDraw(SecureRandom random) {
        Optional<RegistryKey> found = find();
        if (found.isPresent()) {
            return found.get();
        }
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        makeFolder();
        if (file.create(write(new RegistryKey(HexFormat.of().formatHex(bytes))))) {
            ownersAlone();
        }
        return find().orElseThrow(() ->
                Refusal.malformed("The registry key " + file.name() + " was there and is gone. Do it again."));
    }

    private String write(RegistryKey key) {
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.addProperty("key", key.hex());
        json.addProperty("keyHash", key.hash().hex());
        json.addProperty("organisation", organisation.value());
        return CanonicalJson.write(json) + "\n";
    }

    private RegistryKey parse(String text) {
        Members members = StrictJson.object("The registry key", text);
        members.format(FORMAT);
        RegistryKey key = members.text("key", RegistryKey::new);
        String hash = members.text("keyHash");
        String owner = members.text("organisation");
        members.end();
        if (!key.hash().hex().equals(hash) || !organisation.value().equals(owner)) {
            throw Refusal.malformed(
                    file.name() + " is damaged, or another organisation's registry key. Take a copy of the right one.");
        }
        return key;
    }

    private void makeFolder() {
        Path folder = file.path().toAbsolutePath().getParent();
        try {
            if (folder != null) {
                Files.createDirectories(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ownersAlone() {
        try {
            Files.setPosixFilePermissions(file.path(), PosixFilePermissions.fromString("rw-------"));
        } catch (UnsupportedOperationException e) {
            // Where files have no such permissions, the folder's own have to do.
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
