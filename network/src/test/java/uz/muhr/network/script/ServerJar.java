package uz.muhr.network.script;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Packs a class of the tests so that {@code java -jar} runs it; its libraries are the tests' own, named in the manifest. */
public final class ServerJar {
    private ServerJar() {}

    /**
     * Writes a jar that runs one class.
     *
     * @param first jars that come before the tests' libraries on its class path
     */
    public static Path write(Path file, Class<?> main, Path... first) throws IOException {
        Manifest manifest = manifest();
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, main.getName());
        manifest.getMainAttributes().put(Attributes.Name.CLASS_PATH, classPath(List.of(first)));
        return write(file, manifest, main);
    }

    /** Writes a jar of one class that runs nothing. */
    public static Path plain(Path file, Class<?> type) throws IOException {
        return write(file, manifest(), type);
    }

    private static Manifest manifest() {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        return manifest;
    }

    private static Path write(Path file, Manifest manifest, Class<?> type) throws IOException {
        String entry = type.getName().replace('.', '/') + ".class";
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest);
                InputStream bytes = type.getClassLoader().getResourceAsStream(entry)) {
            jar.putNextEntry(new JarEntry(entry));
            Objects.requireNonNull(bytes, entry).transferTo(jar);
        }
        return file;
    }

    private static String classPath(List<Path> first) {
        String all = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.concat(
                        first.stream(),
                        Arrays.stream(all.split(File.pathSeparator, -1)).map(Path::of))
                .filter(Files::isRegularFile)
                .map(path -> path.toUri().toString())
                .collect(Collectors.joining(" "));
    }
}
