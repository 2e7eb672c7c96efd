package uz.muhr.client.signing;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uz.muhr.client.access.Role;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.fabric.LedgerConfigurationException;
import uz.muhr.client.journal.JournalDatabase;
import uz.muhr.client.journal.JournalListener;
import uz.muhr.client.journal.JournalSettings;
import uz.muhr.client.journal.LiveJournal;
import uz.muhr.client.journal.SubmissionId;
import uz.muhr.client.journal.Submitted;
import uz.muhr.client.journal.Waiting;

/**
 * The users of one organisation who sign what is written here, one for each role that writes, with a journal each on one
 * database. Two roles of one user share a journal.
 */
public final class Signers implements AutoCloseable {
    /** In place of a user: nobody signs for this role, whatever the profile says. */
    private static final String NOBODY = "none";

    private static final List<Role> WRITING = List.of(Role.ISSUER, Role.OFFICER, Role.CARRIER, Role.REGISTRAR);

    private final Map<Role, LiveJournal> byRole = new EnumMap<>(Role.class);
    private final Map<String, LiveJournal> byUser = new HashMap<>();
    private final List<Ledger> ledgers = new ArrayList<>();

    private Signers() {}

    /**
     * Makes their journals, which work from {@link #start} on.
     *
     * @param reader of the organisation in whose name is written
     * @param named users by the words of roles, in the place of those of the profile: {@code chamber/issuer}, or {@code none}
     * @throws LedgerConfigurationException when a role is none that writes, or a user or its keys are not there
     */
    public static Signers open(
            Path profiles,
            Ledger reader,
            Map<String, String> named,
            JournalSettings settings,
            List<JournalListener> listeners) {
        Set<String> words = WRITING.stream().map(Role::word).collect(Collectors.toSet());
        named.keySet().stream()
                .filter(word -> !words.contains(word))
                .findFirst()
                .ifPresent(word -> {
                    throw new LedgerConfigurationException("muhr.signers." + word
                            + " is of no role that writes; those are " + String.join(", ", new TreeSet<>(words)) + ".");
                });
        Signers signers = new Signers();
        JournalDatabase database = new JournalDatabase(settings);
        for (Role role : WRITING) {
            Optional.ofNullable(named.get(role.word()))
                    .or(() -> reader.userWithRole(role.word()))
                    .filter(user -> !user.equals(NOBODY))
                    .ifPresent(user -> {
                        Ledger ledger = reader.colleague(profiles, user);
                        signers.ledgers.add(ledger);
                        signers.byRole.put(
                                role,
                                signers.byUser.computeIfAbsent(
                                        ledger.user(), absent -> new LiveJournal(database, ledger, listeners)));
                    });
        }
        return signers;
    }

    public void start() {
        journals().forEach(LiveJournal::start);
    }

    /**
     * The journal of the first of these roles that somebody signs for.
     *
     * @throws NoSignerException when nobody does
     */
    public LiveJournal of(List<Role> roles) {
        return roles.stream()
                .flatMap(role -> Stream.ofNullable(byRole.get(role)))
                .findFirst()
                .orElseThrow(() -> new NoSignerException(roles));
    }

    /**
     * How far a submission came, whoever signs it; empty when there is none of this id.
     *
     * @throws uz.muhr.client.journal.JournalUnavailableException when a journal does not answer
     */
    public Optional<Submitted> find(SubmissionId id) {
        return journals().stream().flatMap(journal -> journal.find(id).stream()).findFirst();
    }

    /** What waited a moment ago, of all together; empty while a journal is not open. */
    public Optional<Waiting> waiting() {
        int count = 0;
        Optional<Instant> oldest = Optional.empty();
        for (LiveJournal journal : journals()) {
            Optional<Waiting> one = journal.waiting();
            if (one.isEmpty()) {
                return Optional.empty();
            }
            count += one.get().count();
            oldest = Stream.concat(oldest.stream(), one.get().oldest().stream()).min(Instant::compareTo);
        }
        return Optional.of(new Waiting(count, oldest));
    }

    /** Nothing more is accepted; what was is worked off until {@link #close}. */
    public void takeNoMore() {
        journals().forEach(LiveJournal::takeNoMore);
    }

    private Collection<LiveJournal> journals() {
        return byUser.values();
    }

    /** Lets what is under way settle, of all at the same time. */
    @Override
    public void close() {
        journals().forEach(LiveJournal::stop);
        journals().forEach(LiveJournal::close);
        ledgers.forEach(Ledger::close);
    }
}
