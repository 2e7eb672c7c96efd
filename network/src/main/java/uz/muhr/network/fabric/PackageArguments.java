package uz.muhr.network.fabric;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is to be packed, checked.
 *
 * @param label Fabric's rule for labels: core/chaincode/persistence/chaincode_package.go
 * @param folder where the package is put
 */
record PackageArguments(String label, ServerConnection connection, Path folder) {
    static final String USAGE = """
            usage: scripts/network package --address HOST:PORT [--label LABEL] [--tls-root FILE]
                           [--client-certificate FILE --client-key FILE] [--out DIR]""";

    private static final Set<String> KNOWN =
            Set.of("--address", "--label", "--tls-root", "--client-certificate", "--client-key", "--out");
    private static final Pattern LABEL = Pattern.compile("[a-zA-Z0-9][a-zA-Z0-9_.+-]{0,99}");
    private static final Pattern ADDRESS =
            Pattern.compile("([a-zA-Z0-9.-]{1,253}|\\[[0-9a-fA-F:]{2,39}]):([0-9]{1,5})");
    private static final int LARGEST_PORT = 65_535;

    /** @throws IllegalArgumentException with one sentence about the first thing that is wrong */
    static PackageArguments parse(String... args) {
        Map<String, String> values = new HashMap<>();
        Iterator<String> words = Arrays.asList(args).iterator();
        while (words.hasNext()) {
            String option = words.next();
            if (!KNOWN.contains(option)) {
                throw new IllegalArgumentException("There is no option \"" + option + "\".");
            }
            if (!words.hasNext()) {
                throw new IllegalArgumentException("The option " + option + " needs a value.");
            }
            if (values.put(option, words.next()) != null) {
                throw new IllegalArgumentException("The option " + option + " is given twice.");
            }
        }
        ServerConnection.@Nullable Keys keys = keys(values);
        return new PackageArguments(
                label(values.getOrDefault("--label", "muhr")),
                new ServerConnection(
                        address(values.get("--address")), keys != null, keys != null && keys.client() != null, keys),
                Path.of(values.getOrDefault("--out", ".")));
    }

    private static ServerConnection.@Nullable Keys keys(Map<String, String> values) {
        String root = values.get("--tls-root");
        String certificate = values.get("--client-certificate");
        String key = values.get("--client-key");
        if ((certificate == null) != (key == null) || (certificate != null && root == null)) {
            throw new IllegalArgumentException(
                    "A client's certificate and key are given together, and only with the server's --tls-root.");
        }
        if (root == null) {
            return null;
        }
        return new ServerConnection.Keys(
                pem(root, "CERTIFICATE"),
                certificate == null || key == null
                        ? null
                        : new ServerConnection.Client(pem(certificate, "CERTIFICATE"), pem(key, "PRIVATE KEY")));
    }

    private static String pem(String file, String label) {
        try {
            String text = Files.readString(Path.of(file));
            if (!text.contains("-----BEGIN ") || !text.contains(label + "-----")) {
                throw new IllegalArgumentException("A " + label + " in PEM was expected in " + file + ".");
            }
            return text;
        } catch (IOException e) {
            throw new IllegalArgumentException("The file " + file + " cannot be read: " + e + ".", e);
        }
    }

    private static String label(String label) {
        if (!LABEL.matcher(label).matches()) {
            throw new IllegalArgumentException(
                    "A label has letters, digits and inner '_', '.', '+' or '-'; found \"" + label + "\".");
        }
        return label;
    }

    private static String address(@Nullable String address) {
        var parts = ADDRESS.matcher(address == null ? "" : address);
        if (!parts.matches()
                || Integer.parseInt(parts.group(2)) > LARGEST_PORT
                || parts.group(2).startsWith("0")) {
            throw new IllegalArgumentException("The option --address takes HOST:PORT, where the organisation's peer"
                    + " reaches its chaincode server; found \"" + (address == null ? "" : address) + "\".");
        }
        return parts.group();
    }
}
