package uz.muhr.client.access;

import java.util.Set;

/** Who makes a request, and what that one is here. */
public sealed interface Caller {
    /** For people: an account's name, a key's label, or what the provider calls them. */
    String name();

    /** None for somebody whom the provider gave none of ours. */
    Set<Role> roles();

    /** Whether there is anything that this one may do and a stranger may not. */
    default boolean hasRole() {
        return !roles().isEmpty();
    }

    /** Whether it says by itself who it is, with each request; a browser does so by a cookie, whoever made it send one. */
    default boolean isProgram() {
        return this instanceof Program || this instanceof Service;
    }

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

    /** Somebody without an account here, for whom the organisation's identity provider vouches. */
    record Member(String name, Set<Role> roles) implements Caller {
        public Member {
            roles = Set.copyOf(roles);
        }
    }

    /** A program that brought a token of the organisation's identity provider. */
    record Service(String name, Set<Role> roles) implements Caller {
        public Service {
            roles = Set.copyOf(roles);
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
