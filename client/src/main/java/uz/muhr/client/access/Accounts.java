package uz.muhr.client.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.muhr.client.access.AccessRefusal.Why;
import uz.muhr.client.access.Rows.Kept;
import uz.muhr.client.database.Database;

/** The accounts of this client's people. Every operation fails with {@link AccessUnavailableException} when it cannot ask. */
public final class Accounts implements AutoCloseable {
    private static final AccountName FIRST = new AccountName("administrator");

    private final AccessStore store;
    private final Passwords passwords = new Passwords();
    private final SecureRandom random = new SecureRandom();
    private final Clock clock;

    /** @param welcome told, once it is made, the password of the first account of an empty database */
    public Accounts(Database place, Clock clock, Consumer<Made> welcome) {
        this.clock = clock;
        this.store = new AccessStore(place, open -> first().ifPresent(welcome));
    }

    /** Without a first account: people sign in elsewhere. */
    public Accounts(Database place, Clock clock) {
        this.clock = clock;
        this.store = new AccessStore(place, open -> {});
    }

    /** An account, and a password of it that nobody has been told. */
    public record Made(Account account, Password password) {}

    /** The same database, for keys. */
    public AccessStore store() {
        return store;
    }

    /** All of them, by name. */
    public List<Account> all() {
        return store.ask(jdbc ->
                jdbc.sql("SELECT " + Rows.ACCOUNT + " FROM account ORDER BY name").query(Rows::account).list().stream()
                        .map(Kept::account)
                        .toList());
    }

    /** The account that a session was begun with; empty when that has to end. */
    public Optional<Account> standing(Account begun) {
        return find(begun.name()).map(Kept::account).filter(now -> !now.disabled() && now.stamp() == begun.stamp());
    }

    Optional<Kept> find(AccountName name) {
        return store.ask(jdbc -> find(jdbc, name));
    }

    /**
     * Makes one, with a password that its maker hands over.
     *
     * @throws AccessRefusal ACCOUNT_EXISTS
     */
    public Made create(AccountName name, Set<Role> roles) {
        Password password = Password.random(random);
        String hash = passwords.hash(password);
        Account account = new Account(name, roles, false, 1, Rows.now(clock), Optional.empty());
        return store.write(jdbc -> {
            if (!inserted(jdbc, account, hash)) {
                throw new AccessRefusal(Why.ACCOUNT_EXISTS, "There is an account named " + name + " already.");
            }
            return new Made(account, password);
        });
    }

    /**
     * Gives an account other roles, disables it or lets it in again; what is empty stays. Its sessions end.
     *
     * @throws AccessRefusal UNKNOWN_ACCOUNT, LAST_ADMINISTRATOR
     */
    public Account change(AccountName name, Optional<Set<Role>> roles, Optional<Boolean> disabled) {
        return store.write(jdbc -> {
            List<Account> administrators = administrators(jdbc);
            Account before = find(jdbc, name)
                    .orElseThrow(() -> AccessRefusal.unknown(name))
                    .account();
            Account after = new Account(
                    name,
                    roles.orElse(before.roles()),
                    disabled.orElse(before.disabled()),
                    before.stamp() + 1,
                    before.created(),
                    before.signedIn());
            if (before.keepsAccounts() && !after.keepsAccounts() && administrators.size() == 1) {
                throw new AccessRefusal(
                        Why.LAST_ADMINISTRATOR,
                        "It is the only account that may keep accounts; let another one be ADMINISTRATOR first.");
            }
            jdbc.sql("UPDATE account SET roles = ?, disabled = ?, stamp = ? WHERE name = ?")
                    .params(Role.names(after.roles()), after.disabled(), after.stamp(), name.value())
                    .update();
            return after;
        });
    }

    /**
     * Gives an account a new password. Its sessions end.
     *
     * @throws AccessRefusal UNKNOWN_ACCOUNT
     */
    public Made reset(AccountName name) {
        Password password = Password.random(random);
        return new Made(set(name, password), password);
    }

    /** As {@link #reset}, with a password that somebody chose. */
    Account set(AccountName name, Password password) {
        String hash = passwords.hash(password);
        return store.write(jdbc -> {
            jdbc.sql("UPDATE account SET password = ?, stamp = stamp + 1 WHERE name = ?")
                    .params(hash, name.value())
                    .update();
            return find(jdbc, name)
                    .orElseThrow(() -> AccessRefusal.unknown(name))
                    .account();
        });
    }

    /** Whether it is the account's password; it takes as long when there is no account. */
    boolean matches(Password password, Optional<Kept> account) {
        return passwords.matches(password, account.map(Kept::password));
    }

    void signedIn(AccountName name) {
        store.write(jdbc -> jdbc.sql("UPDATE account SET signed_in_at = ? WHERE name = ?")
                .params(Rows.time(Rows.now(clock)), name.value())
                .update());
    }

    /** The first of all accounts; empty when there is any, or another process makes it at this moment. */
    private Optional<Made> first() {
        if (!all().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(create(FIRST, Set.of(Role.ADMINISTRATOR)));
        } catch (AccessRefusal taken) {
            return Optional.empty();
        }
    }

    private static Optional<Kept> find(JdbcClient jdbc, AccountName name) {
        return jdbc.sql("SELECT " + Rows.ACCOUNT + " FROM account WHERE name = ?")
                .param(name.value())
                .query(Rows::account)
                .optional();
    }

    /** Locks them, so that of two who are disabled at once one stays. */
    private static List<Account> administrators(JdbcClient jdbc) {
        return jdbc
                .sql("SELECT " + Rows.ACCOUNT + " FROM account ORDER BY name FOR UPDATE")
                .query(Rows::account)
                .list()
                .stream()
                .map(Kept::account)
                .filter(Account::keepsAccounts)
                .toList();
    }

    private static boolean inserted(JdbcClient jdbc, Account account, String hash) {
        try {
            jdbc.sql("INSERT INTO account (" + Rows.ACCOUNT + ") VALUES (?, ?, ?, ?, ?, ?, NULL)")
                    .params(
                            account.name().value(),
                            hash,
                            Role.names(account.roles()),
                            account.disabled(),
                            account.stamp(),
                            Rows.time(account.created()))
                    .update();
            return true;
        } catch (DuplicateKeyException e) {
            return false;
        }
    }

    @Override
    public void close() {
        store.close();
    }
}
