package uz.muhr.client.cli;

import uz.muhr.client.submission.Outcome;
import uz.muhr.protocol.integrity.SealVerdict;
import uz.muhr.protocol.verdict.Verdict;

/** The exit codes that scripts may rely on. */
final class Exit {
    /** VALID, INTACT, or done. */
    static final int VALID = 0;
    /** Any other verdict, or a refusal. */
    static final int NOT_VALID = 1;
    /** Nobody could say. */
    static final int UNDETERMINED = 2;
    /** The command line or a file it names is not what it has to be; nothing was asked or written. */
    static final int USAGE = 64;

    private Exit() {}

    static int of(Outcome outcome) {
        if (outcome instanceof Outcome.Anchored) {
            return VALID;
        }
        return outcome instanceof Outcome.Refused ? NOT_VALID : UNDETERMINED;
    }

    static int of(SealVerdict verdict) {
        return switch (verdict) {
            case INTACT -> VALID;
            case TAMPERED, MISSING, BROKEN_BY_AUTHORITY, UNPROVEN -> NOT_VALID;
        };
    }

    static int of(Verdict verdict) {
        return switch (verdict) {
            case VALID -> VALID;
            case UNDETERMINED -> UNDETERMINED;
            case UNKNOWN, ALTERED, NOT_AUTHORISED, REVOKED, SUPERSEDED, EXHAUSTED, SUSPENDED, EXPIRED, NOT_YET_VALID ->
                NOT_VALID;
        };
    }
}
