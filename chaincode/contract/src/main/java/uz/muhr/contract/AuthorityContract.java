package uz.muhr.contract;

import org.hyperledger.fabric.contract.Context;
import org.hyperledger.fabric.contract.ContractInterface;
import org.hyperledger.fabric.contract.annotation.Contract;
import org.hyperledger.fabric.contract.annotation.Info;
import org.hyperledger.fabric.contract.annotation.Transaction;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** Who may issue which type of document. */
@Contract(name = "authority", info = @Info(title = "Authority to issue", version = "1"))
public final class AuthorityContract implements ContractInterface {
    /** The authority record of an issuer and a type. Arguments: MSP id, UNTDID 1001 code. */
    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String read(Context context) {
        return Call.answer(context, 2, call -> {
            MspId issuer = new MspId(call.argument(0));
            TypeCode type = new TypeCode(call.argument(1));
            return call.ledger()
                    .authority(issuer, type)
                    .orElseThrow(() ->
                            new Refusal(ErrorCode.NOT_AUTHORISED, issuer + " has no authority over type " + type + "."))
                    .write();
        });
    }

    @Override
    public void unknownTransaction(Context context) {
        throw Call.unknownFunction(context);
    }
}
