package uz.muhr.client.access;

import io.github.bucket4j.TimeMeter;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uz.muhr.client.access.AccessRefusal.Why;
import uz.muhr.client.access.Rows.Kept;

/**
 * Lets people in by name and password. Whoever is turned away learns nothing: not whether there is such a name, nor by how
 * long it takes. Each attempt has a line in the log, with the name if it is in the form of one, and never the password.
 */
public final class SignIn {
    private static final Logger LOG = LoggerFactory.getLogger("uz.muhr.access");

    /** In place of a name that cannot be one: it may be a password in the wrong field. */
    private static final String NO_NAME = "(no name)";

    private final Accounts accounts;
    private final Throttle throttle;

    public SignIn(Accounts accounts) {
        this(accounts, TimeMeter.SYSTEM_NANOTIME);
    }

    SignIn(Accounts accounts, TimeMeter clock) {
        this.accounts = accounts;
        this.throttle = new Throttle(clock);
    }

    /**
     * The account that name and password are of.
     *
     * @param address from where it is tried
     * @throws AccessRefusal SIGN_IN_REFUSED
     * @throws TooManyAttemptsException when it was tried too often
     */
    public Account enter(String name, Password password, String address) {
        Account account = checked(name, password, address);
        accounts.signedIn(account.name());
        LOG.info("{} signed in from {}.", account.name(), address);
        return account;
    }

    /**
     * Gives an account the password that its owner chose; fails as {@link #enter}.
     *
     * @return the account as it stands now, under which a session may go on; all others end
     */
    public Account change(Account account, Password present, Password chosen, String address) {
        checked(account.name().value(), present, address);
        Account after = accounts.set(account.name(), chosen);
        LOG.info("{} changed the password, from {}.", account.name(), address);
        return after;
    }

    private Account checked(String name, Password password, String address) {
        boolean possible = AccountName.fits(name);
        String tried = possible ? name : NO_NAME;
        try {
            throttle.count(tried, address);
            Optional<Kept> kept = possible ? accounts.find(new AccountName(name)) : Optional.empty();
            if (accounts.matches(password, kept)) {
                Optional<Account> account = kept.map(Kept::account).filter(found -> !found.disabled());
                if (account.isPresent()) {
                    throttle.forgive(tried, address);
                    return account.get();
                }
            }
        } catch (TooManyAttemptsException e) {
            LOG.warn(
                    "{} may not sign in from {} for {} s: too many attempts.",
                    tried,
                    address,
                    e.pause().toSeconds());
            throw e;
        }
        LOG.warn("{} was not let in from {}.", tried, address);
        throw new AccessRefusal(
                Why.SIGN_IN_REFUSED, "Name and password do not belong together, or the account may not be used.");
    }
}
