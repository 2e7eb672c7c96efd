package uz.muhr.client;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uz.muhr.client.commitment.Binder;
import uz.muhr.client.commitment.Receipt;
import uz.muhr.client.commitment.ReceiptFile;
import uz.muhr.client.document.Fingerprinter;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.submission.Order;
import uz.muhr.client.submission.Outcome;
import uz.muhr.client.submission.Submission;
import uz.muhr.client.verification.Inquiry;
import uz.muhr.client.verification.Verification;
import uz.muhr.network.script.ScriptNetwork;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.record.Validity;
import uz.muhr.protocol.verdict.Verdict;

/** Short ways to what the tests do all the time, over the real classes. */
public final class Client {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Client() {}

    public static Ledger ledger(ScriptNetwork network, String as) {
        return Ledger.open(network.profiles(), as);
    }

    /** A file with content that no other has. */
    public static Path newFile(Path folder, String name) throws IOException {
        byte[] content = new byte[64];
        RANDOM.nextBytes(content);
        return Files.write(folder.resolve(name), content);
    }

    /** A number that no other test uses. */
    public static String newNumber() {
        return "T-" + Long.toUnsignedString(RANDOM.nextLong());
    }

    public static Order order(Path file, String type, String number) {
        return new Order(
                file.toString(),
                fingerprint(file),
                new TypeCode(type),
                DocumentNumber.parse(number),
                Validity.unlimited(),
                new Binder.Salted(),
                Optional.empty(),
                ReceiptFile.beside(file));
    }

    public static Outcome submit(Ledger ledger, Order order) {
        return new Submission(ledger, RANDOM).submit(List.of(order)).get(0);
    }

    public static Fingerprint fingerprint(Path file) {
        return Fingerprinter.of(file, bytes -> {});
    }

    /** The verdict on a file, with a receipt or none. */
    public static Verdict verdict(Ledger ledger, Path file, Optional<Receipt> receipt) {
        return new Verification(ledger)
                .verify(new Inquiry(Optional.of(fingerprint(file)), receipt, Optional.empty(), Optional.empty()))
                .assessment()
                .verdict();
    }

    /** Waits for the second after one of the ledger's times, which are whole seconds. */
    public static void waitUntilAfter(Instant second) {
        Instant next = second.plusSeconds(1);
        while (Instant.now().isBefore(next)) {
            Thread.onSpinWait();
        }
    }
}
