package uz.muhr.network.identity;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Topology;
import uz.muhr.network.topology.User;

/** Tells whether a home was made from the same topology: SHA-256 over every field, each with its length before it. */
final class Fingerprint {
    private final StringBuilder text = new StringBuilder();

    private Fingerprint() {}

    static String of(Topology topology) {
        Fingerprint fingerprint = new Fingerprint();
        fingerprint.add("muhr/network-home/2", topology.channel(), topology.chaincode());
        fingerprint.add(topology.authoritySince().toString());
        fingerprint.add(topology.organisations().size());
        topology.organisations().forEach(fingerprint::add);
        return sha256(fingerprint.text.toString());
    }

    private void add(Organisation organisation) {
        add(organisation.name(), organisation.mspId(), organisation.domain());
        organisation.ports().all().forEach(this::add);
        add(organisation.users().size());
        for (User user : organisation.users()) {
            add(user.name(), user.role());
        }
        add(organisation.issues().size());
        organisation.issues().forEach(this::add);
    }

    private void add(String... values) {
        for (String value : values) {
            text.append(value.length()).append(':').append(value);
        }
    }

    private void add(int value) {
        add(Integer.toString(value));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IdentityException("This Java has no SHA-256; use a complete JDK of version 17 or newer.", e);
        }
    }
}
