package uz.muhr.client.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** The running client through which a command goes, and the key that lets it in there. */
final class ServerOptions {
    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "${env:MUHR_SERVER}",
            description = "go through a running client, such as http://127.0.0.1:8080")
    private @Nullable String server;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            defaultValue = "${env:MUHR_KEY_FILE}",
            description = "holds the key that lets this command in there; or the environment variable MUHR_KEY does")
    private @Nullable Path keyFile;

    /**
     * Ready to be asked; empty when none is named.
     *
     * @throws Refusal MALFORMED_ARGUMENT when address or key cannot be
     */
    Optional<Server> server() {
        return Optional.ofNullable(server).map(text -> new Server(new ServerAddress(text), key()));
    }

    private Optional<ServerKey> key() {
        if (keyFile == null) {
            return Optional.ofNullable(System.getenv("MUHR_KEY")).map(ServerKey::new);
        }
        try {
            return Optional.of(new ServerKey(Files.readString(keyFile).strip()));
        } catch (IOException e) {
            throw new Refusal(ErrorCode.MALFORMED_ARGUMENT, "The key file " + keyFile + " cannot be read.", e);
        }
    }
}
