package uz.muhr.network.local;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uz.muhr.network.local.contract.ContractServer;
import uz.muhr.network.local.contract.NetworkContract;

/**
 * Packs the tests' contract so that {@code java -jar} serves it: its server in one jar, whose manifest names the class
 * path, and the contract in another beside it, which names none and so is all that the contract router scans.
 */
public final class ContractJar {
    private ContractJar() {}

    public static Path write(Path file) throws IOException {
        Path contract = file.resolveSibling("only-" + file.getFileName());
        Manifest plain = new Manifest();
        plain.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        write(contract, plain, NetworkContract.class);

        Manifest server = new Manifest();
        Attributes attributes = server.getMainAttributes();
        attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        attributes.put(Attributes.Name.MAIN_CLASS, ContractServer.class.getName());
        attributes.put(Attributes.Name.CLASS_PATH, classPath(contract));
        return write(file, server, ContractServer.class);
    }

    private static Path write(Path file, Manifest manifest, Class<?> type) throws IOException {
        String entry = type.getName().replace('.', '/') + ".class";
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest);
                InputStream bytes = ContractJar.class.getClassLoader().getResourceAsStream(entry)) {
            if (bytes == null) {
                throw new IOException(entry + " is not on the class path");
            }
            jar.putNextEntry(new JarEntry(entry));
            bytes.transferTo(jar);
        }
        return file;
    }

    private static String classPath(Path contract) {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.concat(
                        Stream.of(contract),
                        Arrays.stream(all.split(File.pathSeparator, -1)).map(Path::of))
                .filter(Files::isRegularFile)
                .map(path -> path.toUri().toString())
                .collect(Collectors.joining(" "));
    }
}
