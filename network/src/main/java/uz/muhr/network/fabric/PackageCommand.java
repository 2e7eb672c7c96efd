package uz.muhr.network.fabric;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Set;

/**
 * Makes a chaincode package for a Fabric network that exists already, without any network of this project. Exit code 0: done;
 * 1: not, with a sentence on standard error; 2: the command line was wrong.
 */
public final class PackageCommand {
    private final PrintStream out;
    private final PrintStream err;

    PackageCommand(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] args) {
        System.exit(new PackageCommand(System.out, System.err).run(args));
    }

    int run(String... args) {
        try {
            PackageArguments arguments = PackageArguments.parse(args);
            ChaincodePackage made = ChaincodePackage.of(arguments.label(), arguments.connection());
            Path file = arguments.folder().resolve(arguments.label() + ".tar.gz");
            write(file, made.bytes().toByteArray());
            out.print(next(file, made.id(), arguments.connection()));
            return 0;
        } catch (FabricException refusal) {
            err.println(refusal.getMessage());
            return 1;
        } catch (IllegalArgumentException wrong) {
            err.println(wrong.getMessage());
            err.println(PackageArguments.USAGE);
            return 2;
        }
    }

    /** Readable by its owner alone: it may hold the key of a peer. */
    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.toAbsolutePath().resolveSibling("."));
            try (var channel = Files.newByteChannel(
                    file,
                    Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
                channel.write(ByteBuffer.wrap(bytes));
            }
        } catch (FileAlreadyExistsException there) {
            if (!isSame(file, bytes)) {
                throw new FabricException(
                        file + " is another package; name another --label or --out, or remove it.", there);
            }
        } catch (IOException e) {
            throw new FabricException("The package " + file + " cannot be written: " + e, e);
        }
    }

    private static boolean isSame(Path file, byte[] bytes) {
        try {
            return Arrays.equals(Files.readAllBytes(file), bytes);
        } catch (IOException e) {
            throw new FabricException("The package " + file + " cannot be read: " + e, e);
        }
    }

    private static String next(Path file, String id, ServerConnection connection) {
        String text = """
                package %1$s
                id %2$s

                Next, as the administrator of the organisation whose peer reaches %3$s:
                  peer lifecycle chaincode install %1$s
                  peer lifecycle chaincode approveformyorg --channelID CHANNEL --name muhr --version 1 --sequence 1 \\
                      --package-id %2$s --channel-config-policy /Channel/Application/Endorsement
                and start its server with CORE_CHAINCODE_ID_NAME=%2$s and CHAINCODE_SERVER_ADDRESS.
                Once more than half of the organisations have approved, one of them:
                  peer lifecycle chaincode commit --channelID CHANNEL --name muhr --version 1 --sequence 1 \\
                      --channel-config-policy /Channel/Application/Endorsement
                network/README.md, "On a Fabric network that exists", says more.
                """.formatted(file, id, connection.address());
        return connection.clientAuth()
                ? text + "The package holds a private key: it is for the administrator of this peer alone.\n"
                : text;
    }
}
