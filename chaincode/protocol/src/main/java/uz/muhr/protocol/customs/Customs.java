package uz.muhr.protocol.customs;

import java.util.Optional;
import uz.muhr.protocol.authority.AuthorityRecord;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.json.LedgerTime;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * The one rule of who is customs: an organisation whose authority over goods declarations for importation (UNTDID 1001 code
 * 929) is in force. So the members decide it like every other authority, by proposals.
 */
public final class Customs {
    public static final TypeCode IMPORT_DECLARATION = new TypeCode("929");

    private Customs() {}

    /**
     * Whether the caller's organisation is customs.
     *
     * @param authority its authority over {@link #IMPORT_DECLARATION}
     */
    public static boolean is(Optional<AuthorityRecord> authority, Change change) {
        return authority.map(found -> found.inForce(change.time())).orElse(false);
    }

    /**
     * Asks whether the caller's organisation is customs.
     *
     * @param authority its authority over {@link #IMPORT_DECLARATION}
     * @throws Refusal NOT_AUTHORISED
     */
    public static void check(Optional<AuthorityRecord> authority, Change change) {
        if (!is(authority, change)) {
            throw new Refusal(
                    ErrorCode.NOT_AUTHORISED,
                    "Only customs may do this: an organisation with authority over type " + IMPORT_DECLARATION + " ("
                            + IMPORT_DECLARATION.title() + "). " + change.by().msp() + " has none in force at "
                            + LedgerTime.write(change.time()) + ".");
        }
    }
}
