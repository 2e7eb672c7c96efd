package uz.muhr.client.journal;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uz.muhr.client.commitment.Binding;
import uz.muhr.client.commitment.Receipt;
import uz.muhr.client.database.Database;
import uz.muhr.client.register.Databases.NewDatabase;
import uz.muhr.client.register.RegisterSettings;
import uz.muhr.client.submission.Wish;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.commitment.Salt;
import uz.muhr.protocol.hash.DomainHash;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.record.RevocationReason;
import uz.muhr.protocol.record.Validity;

/** What the journal's tests start from. */
final class Journals {
    static final int MOST = 2_000;

    static final int LISTS = 2;

    private static final int OTHERS = 4;
    static final Duration KEEP = Duration.ofDays(30);
    static final Duration DRAIN = Duration.ofSeconds(5);

    private Journals() {}

    /** An empty journal of one kind of database. */
    static JournalSettings settings(NewDatabase database, Path folder) {
        return settings(database, folder, Duration.ZERO, DRAIN);
    }

    static JournalSettings settings(NewDatabase database, Path folder, Duration linger, Duration drain) {
        Database given = database.apply(folder).database();
        Database place =
                given.file().isEmpty() ? given : Database.of(folder.resolve("journal/journal"), null, null, null);
        return new JournalSettings(place, MOST, LISTS, OTHERS, linger, drain, KEEP);
    }

    /** A journal in a file. */
    static JournalSettings onFile(Path folder, Duration linger, Duration drain) {
        return settings(here -> RegisterSettings.of(here, null, null, null), folder, linger, drain);
    }

    /** A certificate of origin of this number, whose content the number stands for, with a salt of its own. */
    static Wish.Anchor anchor(String number) {
        return new Wish.Anchor(Receipt.pending(
                new MspId("ChamberMSP"),
                new TypeCode("861"),
                DocumentNumber.parse(number),
                Validity.unlimited(),
                Optional.empty(),
                new Fingerprint(hex(number)),
                new Binding.Salted(new Salt(hex(UUID.randomUUID().toString())))));
    }

    static Wish.Revoke revocation(String number) {
        return new Wish.Revoke(document(number), 1, RevocationReason.UNSPECIFIED);
    }

    static DocumentId document(String number) {
        return anchor(number).receipt().documentId();
    }

    /** The documents' numbers, in the order of what was claimed. */
    static List<String> numbers(List<Claimed> claimed) {
        return claimed.stream()
                .map(each -> ((Wish.NewContent) each.submitted().wish())
                        .receipt()
                        .number()
                        .value())
                .toList();
    }

    static String hex(String text) {
        return DomainHash.of("test", text.getBytes(StandardCharsets.UTF_8));
    }
}
