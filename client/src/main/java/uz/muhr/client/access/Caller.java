package uz.muhr.client.access;

import java.util.Set;

/** Who makes a request, and what that one is here. */
public sealed interface Caller {
    /** For people: an account's name, a key's label. */
    String name();

    Set<Role> roles();

    /** Somebody with an account who signed in. */
    record Person(Account account) implements Caller {
        @Override
        public String name() {
            return account.name().value();
        }

        @Override
        public Set<Role> roles() {
            return account.roles();
        }
    }

    /** A program that showed its key. */
    record Program(ApiKey key) implements Caller {
        @Override
        public String name() {
            return key.label();
        }

        @Override
        public Set<Role> roles() {
            return key.roles();
        }
    }
}
