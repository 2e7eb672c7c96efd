package uz.muhr.network.fabric;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.regex.Pattern;

/**
 * A copy of a chaincode server's jar, with the jars beside it that its manifest names. What the organisations approved is then what runs,
 * also after a restart, whatever is built meanwhile.
 */
final class ChaincodeCode {
    private static final String NAME = "chaincode.jar";
    /** A class path names URLs; one with a scheme means the same place from wherever the jar is. */
    private static final Pattern ABSOLUTE = Pattern.compile("[a-z]+:");

    private ChaincodeCode() {}

    static Path jar(Path folder) {
        return folder.resolve("code").resolve(NAME);
    }

    /** @throws FabricException when the jar, or one it names, cannot be read, or it cannot be run */
    static void copy(Path jar, Path folder) {
        Path target = jar(folder);
        try {
            Files.createDirectories(target.getParent());
            for (String beside : classPath(jar)) {
                if (ABSOLUTE.matcher(beside).lookingAt()) {
                    continue;
                }
                Path copy = target.resolveSibling(beside).normalize();
                if (!copy.startsWith(target.getParent())) {
                    throw new FabricException("The chaincode server " + jar + " names " + beside
                            + " on its class path, outside its own folder; build one that keeps its jars together.");
                }
                Files.createDirectories(copy.getParent());
                Files.copy(jar.resolveSibling(beside), copy);
            }
            Files.copy(jar, target);
            copyCompanions(jar, target);
        } catch (IOException e) {
            throw new FabricException("The chaincode server " + jar + " cannot be copied: " + e, e);
        }
    }

    /** Jars beside the server's whose names go on from its own, as {@code server-contracts.jar} does from {@code server.jar}. */
    private static void copyCompanions(Path jar, Path target) throws IOException {
        String stem = stem(jar) + "-";
        try (DirectoryStream<Path> jars =
                Files.newDirectoryStream(jar.toAbsolutePath().resolveSibling("."), "*.jar")) {
            for (Path beside : jars) {
                String name = String.valueOf(beside.getFileName());
                if (name.startsWith(stem)) {
                    Files.copy(beside, target.resolveSibling(stem(target) + "-" + name.substring(stem.length())));
                }
            }
        }
    }

    private static String stem(Path jar) {
        return String.valueOf(jar.getFileName()).replaceFirst("\\.jar$", "");
    }

    private static List<String> classPath(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            Attributes attributes = manifest == null ? new Attributes() : manifest.getMainAttributes();
            if (attributes.getValue(Attributes.Name.MAIN_CLASS) == null) {
                throw new FabricException(
                        "A chaincode server that \"java -jar\" runs was expected; " + jar + " names no main class.");
            }
            String path = attributes.getValue(Attributes.Name.CLASS_PATH);
            return path == null || path.isBlank()
                    ? List.of()
                    : List.of(path.strip().split("\\s+"));
        }
    }
}
