package uz.muhr.client.web.access;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import uz.muhr.client.access.Caller;
import uz.muhr.client.access.Role;

/** Whom a row of the table lets in. */
sealed interface Who {
    /** Anybody, whether or not it is known who it is. */
    record Everybody() implements Who {}

    /** Whoever has any role. */
    record AnyRole() implements Who {}

    /** Somebody who signed in with an account of their own; no program. */
    record Person() implements Who {}

    /**
     * Whoever has one of several roles.
     *
     * @param roles one is enough; in the order in which somebody who has several acts
     */
    record Having(List<Role> roles) implements Who {}

    /** There is nothing here for anybody. */
    record Nobody() implements Who {}

    static Who having(Role... roles) {
        return new Having(List.of(roles));
    }

    /** Whether it lets somebody in; empty is somebody unknown. */
    default boolean admits(Optional<Caller> caller) {
        if (this instanceof Everybody) {
            return true;
        }
        if (this instanceof AnyRole) {
            return caller.filter(Caller::hasRole).isPresent();
        }
        if (this instanceof Person) {
            return caller.filter(Caller.Person.class::isInstance).isPresent();
        }
        return caller.filter(known -> !roles(known).isEmpty()).isPresent();
    }

    /** Whom it lets in, for people; empty for everybody. */
    default Optional<String> words() {
        if (this instanceof Everybody) {
            return Optional.empty();
        }
        if (this instanceof AnyRole) {
            return Optional.of("any role");
        }
        if (this instanceof Person) {
            return Optional.of("whoever is signed in, by a session");
        }
        return this instanceof Having having
                ? Optional.of(having.roles.stream().map(Role::name).collect(Collectors.joining(" or ")))
                : Optional.of("nobody");
    }

    /** The roles in which somebody acts, the first that can be first. */
    default List<Role> roles(Caller caller) {
        return this instanceof Having having
                ? having.roles.stream().filter(caller.roles()::contains).toList()
                : List.of();
    }
}
