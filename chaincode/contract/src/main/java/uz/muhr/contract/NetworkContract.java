package uz.muhr.contract;

import java.time.Clock;
import org.hyperledger.fabric.contract.Context;
import org.hyperledger.fabric.contract.ContractInterface;
import org.hyperledger.fabric.contract.annotation.Contract;
import org.hyperledger.fabric.contract.annotation.Info;
import org.hyperledger.fabric.contract.annotation.Transaction;
import uz.muhr.protocol.authority.Establishment;
import uz.muhr.protocol.record.Role;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** The member organisations and the ledger's first records. */
@Contract(name = "network", info = @Info(title = "Member organisations", version = "1"))
public final class NetworkContract implements ContractInterface {
    /**
     * Writes the ledger's first records, once, when a network comes up.
     *
     * <p>Argument: see {@link Establishment#parse}. The caller is a registrar of a member organisation.
     */
    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String establish(Context context) {
        return Call.answer(context, 1, call -> {
            Establishment establishment = Establishment.parse(call.argument(0));
            call.change(Role.REGISTRAR, Clock.systemUTC());
            if (!establishment.members().include(call.organisation())) {
                throw new Refusal(
                        ErrorCode.NOT_AUTHORISED,
                        call.organisation() + " is not among the member organisations it names.");
            }
            AuthorityState ledger = call.authority();
            if (ledger.organisations().isPresent()) {
                throw new Refusal(ErrorCode.ALREADY_ESTABLISHED, "The ledger's first records are written already.");
            }
            ledger.write(establishment.members());
            establishment.authorities().forEach(ledger::write);
            return establishment.members().write();
        });
    }

    /** The member organisations. No argument. */
    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String members(Context context) {
        return Call.answer(context, 0, call -> call.authority().members().write());
    }

    @Override
    public void unknownTransaction(Context context) {
        throw Call.unknownFunction(context);
    }
}
