package uz.muhr.network.local.contract;

import org.hyperledger.fabric.contract.Context;
import org.hyperledger.fabric.contract.ContractInterface;
import org.hyperledger.fabric.contract.annotation.Contract;
import org.hyperledger.fabric.contract.annotation.Default;
import org.hyperledger.fabric.contract.annotation.Transaction;
import org.hyperledger.fabric.shim.ChaincodeException;

/** The smallest contract a local network can be established with. */
@Contract(name = "network")
@Default
public final class NetworkContract implements ContractInterface {
    private static final String KEY = "O";

    @Transaction(intent = Transaction.TYPE.SUBMIT)
    public String establish(Context context, String argument) {
        if (!members(context).isEmpty()) {
            throw new ChaincodeException("ALREADY_ESTABLISHED: the network has its members.");
        }
        if (!context.getClientIdentity().assertAttributeValue("muhr.role", "registrar")) {
            throw new ChaincodeException("NOT_AUTHORISED: only a registrar establishes the network.");
        }
        context.getStub().putStringState(KEY, argument);
        return "";
    }

    @Transaction(intent = Transaction.TYPE.EVALUATE)
    public String members(Context context) {
        return context.getStub().getStringState(KEY);
    }
}
