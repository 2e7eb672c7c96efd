package uz.muhr.network.local;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import uz.muhr.network.local.contract.NetworkContract;

/** Packs the tests' contract so that {@code java -jar} serves it, with no more on its class path than it needs. */
public final class ContractJar {
    /** The contract router scans the whole class path, so what it does not need only makes it slower. */
    private static final List<String> NOT_NEEDED = List.of(
            "network-",
            "junit-",
            "archunit",
            "h2-",
            "snakeyaml-",
            "fabric-gateway-",
            "slf4j-",
            "opentest4j-",
            "apiguardian-");

    private ContractJar() {}

    public static Path write(Path file) throws IOException {
        Manifest manifest = new Manifest();
        Attributes attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, "org.hyperledger.fabric.contract.ContractRouter");
        attributes.put(Attributes.Name.CLASS_PATH, classPath());
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
            String entry = NetworkContract.class.getName().replace('.', '/') + ".class";
            jar.putNextEntry(new JarEntry(entry));
            try (InputStream bytes = ContractJar.class.getClassLoader().getResourceAsStream(entry)) {
                if (bytes == null) {
                    throw new IOException(entry + " is not on the class path");
                }
                bytes.transferTo(jar);
            }
        }
        return file;
    }

    private static String classPath() {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(all.split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(Files::isRegularFile)
                .filter(path -> NOT_NEEDED.stream().noneMatch(String.valueOf(path.getFileName())::startsWith))
                .map(path -> path.toUri().toString())
                .collect(Collectors.joining(" "));
    }
}
