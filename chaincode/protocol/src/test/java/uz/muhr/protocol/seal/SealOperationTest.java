package uz.muhr.protocol.seal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uz.muhr.protocol.Refusals.assertRefused;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uz.muhr.protocol.refusal.ErrorCode;

/** The life of a container seal, party by state by event, against an independent statement of it. */
final class SealOperationTest {
    /** Operation; may each party do it, by its first letters; then what becomes of each state, or - where it is refused. */
    private static final String TABLE = """
            AFFIX     | CUS yes | QUA yes | REC -   | HOL -   | CRE yes | SEALED: -        | OFFERED: -       | BROKEN: -        | REPLACED: - | REMOVED: -
            HAND_OVER | CUS -   | QUA -   | REC -   | HOL yes | CRE -   | SEALED: OFFERED  | OFFERED: -       | BROKEN: -        | REPLACED: - | REMOVED: -
            ACCEPT    | CUS -   | QUA -   | REC yes | HOL -   | CRE -   | SEALED: -        | OFFERED: SEALED  | BROKEN: -        | REPLACED: - | REMOVED: -
            DECLINE   | CUS -   | QUA -   | REC yes | HOL -   | CRE -   | SEALED: -        | OFFERED: SEALED  | BROKEN: -        | REPLACED: - | REMOVED: -
            WITHDRAW  | CUS -   | QUA -   | REC -   | HOL yes | CRE -   | SEALED: -        | OFFERED: SEALED  | BROKEN: -        | REPLACED: - | REMOVED: -
            INSPECT   | CUS yes | QUA yes | REC yes | HOL yes | CRE -   | SEALED: SEALED   | OFFERED: OFFERED | BROKEN: BROKEN   | REPLACED: - | REMOVED: -
            BREAK     | CUS yes | QUA yes | REC -   | HOL -   | CRE -   | SEALED: BROKEN   | OFFERED: BROKEN  | BROKEN: -        | REPLACED: - | REMOVED: -
            REPLACE   | CUS yes | QUA yes | REC -   | HOL yes | CRE -   | SEALED: REPLACED | OFFERED: -       | BROKEN: REPLACED | REPLACED: - | REMOVED: -
            REMOVE    | CUS -   | QUA -   | REC -   | HOL yes | CRE -   | SEALED: REMOVED  | OFFERED: -       | BROKEN: REMOVED  | REPLACED: - | REMOVED: -
            REPORT    | CUS yes | QUA yes | REC yes | HOL yes | CRE -   | SEALED: SEALED   | OFFERED: OFFERED | BROKEN: BROKEN   | REPLACED: - | REMOVED: -
            READ      | CUS yes | QUA yes | REC -   | HOL yes | CRE -   | SEALED: SEALED   | OFFERED: OFFERED | BROKEN: BROKEN   | REPLACED: - | REMOVED: -
            """;

    @Test
    void everyCellOfTheTableIsAsItIsWritten() {
        List<String> rows = new ArrayList<>();
        for (SealOperation operation : SealOperation.values()) {
            StringBuilder row = new StringBuilder(operation.name());
            for (SealParty party : SealParty.values()) {
                row.append("|").append(party.name(), 0, 3).append(mayAs(operation, party) ? "yes" : "-");
            }
            for (SealState state : SealState.values()) {
                row.append("|")
                        .append(state)
                        .append(":")
                        .append(operation.from(state).map(SealState::name).orElse("-"));
            }
            rows.add(row.toString());
        }
        assertEquals(TABLE.lines().map(line -> line.replace(" ", "")).toList(), rows);
    }

    /** Whoever is several may what any of them may, as the first of them that may; whoever is none may nothing. */
    @ParameterizedTest
    @EnumSource(SealOperation.class)
    void everySetOfPartiesActsAsItsFirstThatMay(SealOperation operation) {
        for (Set<SealParty> who : everySet()) {
            Optional<SealParty> expected =
                    who.stream().filter(party -> mayAs(operation, party)).min(Enum::compareTo);
            assertEquals(expected, operation.by(who));
            if (expected.isPresent()) {
                assertEquals(expected.get(), operation.actor(who));
            } else {
                assertRefused(refusalOf(operation), "the caller is none", () -> operation.actor(who));
            }
        }
    }

    @ParameterizedTest
    @EnumSource(SealOperation.class)
    void whatAStateDoesNotAllowIsRefusedByName(SealOperation operation) {
        for (SealState state : SealState.values()) {
            if (operation.from(state).isEmpty()) {
                assertRefused(ErrorCode.ILLEGAL_TRANSITION, "seal is " + state, () -> operation.next(state));
            } else {
                assertEquals(operation.from(state), Optional.of(operation.next(state)));
            }
        }
    }

    @Test
    void nothingHappensToASealThatWasReplacedOrRemoved() {
        for (SealOperation operation : SealOperation.values()) {
            assertEquals(Optional.empty(), operation.from(SealState.REPLACED));
            assertEquals(Optional.empty(), operation.from(SealState.REMOVED));
        }
    }

    @Test
    void everyActIsOfOneOperationOfTheTable() {
        assertEquals(
                SealOperation.values().length,
                Stream.of(SealAct.class.getPermittedSubclasses())
                        .flatMap(
                                type -> type.isInterface() ? Stream.of(type.getPermittedSubclasses()) : Stream.of(type))
                        .count());
    }

    private static ErrorCode refusalOf(SealOperation operation) {
        return operation == SealOperation.AFFIX || operation == SealOperation.BREAK
                ? ErrorCode.NOT_AUTHORISED
                : ErrorCode.NOT_CUSTODIAN;
    }

    private static boolean mayAs(SealOperation operation, SealParty party) {
        return operation.by(Set.of(party)).isPresent();
    }

    private static List<Set<SealParty>> everySet() {
        List<Set<SealParty>> sets = new ArrayList<>(List.of(Set.of()));
        for (SealParty party : SealParty.values()) {
            for (Set<SealParty> smaller : List.copyOf(sets)) {
                Set<SealParty> larger = EnumSet.of(party);
                larger.addAll(smaller);
                sets.add(larger);
            }
        }
        return sets;
    }
}
