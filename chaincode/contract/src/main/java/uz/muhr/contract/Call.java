package uz.muhr.contract;

import java.lang.System.Logger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hyperledger.fabric.contract.ClientIdentity;
import org.hyperledger.fabric.contract.Context;
import org.hyperledger.fabric.shim.ChaincodeException;
import org.hyperledger.fabric.shim.ChaincodeStub;
import uz.muhr.protocol.hash.DomainHash;
import uz.muhr.protocol.identifier.CertificateHash;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.json.LedgerTime;
import uz.muhr.protocol.record.Actor;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.record.Role;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** One call of a contract's function: who calls, when, with which arguments, on which ledger. */
final class Call {
    /** How far a transaction's time may lie from an endorser's clock. */
    static final Duration MOST_SKEW = Duration.ofMinutes(2);

    private static final Logger LOG = System.getLogger(Call.class.getName());
    private static final String ROLE = "muhr.role";

    private final ChaincodeStub stub;
    private final ClientIdentity caller;
    private final List<String> arguments;
    private final Store store;
    private final AuthorityState authority;
    private final LedgerState ledger;
    private final SealLedger seals;

    private Call(Context context, int argumentCount) {
        stub = context.getStub();
        caller = context.getClientIdentity();
        store = new Store(stub);
        authority = new AuthorityState(store);
        ledger = new LedgerState(store, authority);
        seals = new SealLedger(store);
        List<byte[]> given = stub.getArgs();
        if (given.size() - 1 != argumentCount) {
            throw Refusal.malformed(
                    "This function takes " + argumentCount + " argument(s); it was given " + (given.size() - 1) + ".");
        }
        arguments = given.stream().skip(1).map(Call::utf8).toList();
    }

    /**
     * Runs a function's body. The contract API would ignore surplus arguments and mend broken UTF-8, so the arguments
     * are taken from the stub itself.
     *
     * @throws ChaincodeException with {@code CODE: sentence} for every refusal
     */
    static String answer(Context context, int argumentCount, Function<Call, String> body) {
        try {
            Call call = new Call(context, argumentCount);
            String answer = body.apply(call);
            call.store.flush();
            return answer;
        } catch (Refusal refusal) {
            throw new ChaincodeException(refusal.getMessage(), refusal);
        } catch (RuntimeException fault) {
            // Without the message, which may repeat an argument.
            LOG.log(
                    Logger.Level.ERROR,
                    "transaction {0} failed: {1} {2}",
                    context.getStub().getTxId(),
                    fault.getClass().getName(),
                    Arrays.toString(fault.getStackTrace()));
            throw fault;
        }
    }

    /** What a contract answers to a function it does not have. */
    static ChaincodeException unknownFunction(Context context) {
        return new ChaincodeException(new Refusal(
                        ErrorCode.UNKNOWN_FUNCTION,
                        "This contract has no such function. The functions are listed in chaincode/README.md.")
                .getMessage());
    }

    String argument(int index) {
        return arguments.get(index);
    }

    LedgerState ledger() {
        return ledger;
    }

    SealLedger seals() {
        return seals;
    }

    AuthorityState authority() {
        return authority;
    }

    MspId organisation() {
        return new MspId(caller.getMSPID());
    }

    /** The caller's own claim. */
    Instant time() {
        return stub.getTxTimestamp();
    }

    /**
     * The change that this transaction makes, once the caller's role, clock and certificate have been found right.
     *
     * @throws Refusal NOT_AUTHORISED or CLOCK_SKEW
     */
    Change change(Role role, Clock endorser) {
        return change(List.of(role), endorser);
    }

    /** The same for a caller who has one of some roles. */
    Change change(List<Role> roles, Clock endorser) {
        role(roles);
        checkClock(endorser);
        Actor actor = new Actor(organisation(), certificate());
        if (authority
                .distrusted(actor.certificate())
                .filter(record -> record.at(time()))
                .isPresent()) {
            throw new Refusal(
                    ErrorCode.NOT_AUTHORISED,
                    "The members distrust the caller's certificate; it changes nothing any more.");
        }
        return new Change(actor, new TransactionId(stub.getTxId()), time());
    }

    /**
     * Which of some roles the caller has.
     *
     * @throws Refusal NOT_AUTHORISED when it has none of them
     */
    Role role(List<Role> roles) {
        return Role.oneOf(roles, Optional.ofNullable(caller.getAttributeValue(ROLE)));
    }

    /**
     * The caller's claim of time is near the endorser's clock.
     *
     * @throws Refusal CLOCK_SKEW
     */
    void checkClock(Clock endorser) {
        Instant now = endorser.instant();
        if (Duration.between(time(), now).abs().compareTo(MOST_SKEW) > 0) {
            throw new Refusal(
                    ErrorCode.CLOCK_SKEW,
                    "The transaction is timed " + LedgerTime.write(time()) + ", more than " + MOST_SKEW.toSeconds()
                            + " s from the endorser's clock at " + LedgerTime.write(now) + ". Set the clocks right.");
        }
    }

    private CertificateHash certificate() {
        try {
            byte[] der = caller.getX509Certificate().getEncoded();
            return new CertificateHash(
                    HexFormat.of().formatHex(DomainHash.sha256().digest(der)));
        } catch (CertificateEncodingException e) {
            throw Refusal.malformed("The caller's certificate cannot be encoded.");
        }
    }

    private static String utf8(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw Refusal.malformed("An argument has to be UTF-8 text; it is not.");
        }
    }
}
