package uz.muhr.client.web.api;

import java.util.Collection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uz.muhr.client.access.Account;
import uz.muhr.client.access.Caller;
import uz.muhr.client.access.Role;
import uz.muhr.client.web.access.Callers;

/** A line in the log for each change of who may come in: by whom it was made, and never what lets in. */
final class AccessLog {
    private static final Logger LOG = LoggerFactory.getLogger("uz.muhr.access");

    private AccessLog() {}

    static void account(Account account, String what) {
        LOG.info(
                "{}: the account {} is {}{}; roles: {}.",
                caller(),
                account.name(),
                what,
                account.disabled() ? ", disabled" : "",
                Role.listed(account.roles()));
    }

    static void made(String key, Collection<Role> roles) {
        LOG.info("{}: the key {} is made; roles: {}.", caller(), key, Role.listed(roles));
    }

    static void revoked(String key) {
        LOG.info("{}: the key {} is revoked.", caller(), key);
    }

    private static String caller() {
        return Callers.present().map(Caller::name).orElseThrow();
    }
}
