package uz.muhr.network.devnet.validation;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import uz.muhr.network.devnet.ledger.Ledger;
import uz.muhr.network.devnet.ledger.Outcome;
import uz.muhr.network.devnet.ledger.Snapshot;
import uz.muhr.network.devnet.ledger.StateBatch;
import uz.muhr.network.devnet.ledger.Version;
import uz.muhr.network.devnet.msp.Members;
import uz.muhr.network.devnet.policy.Definitions;
import uz.muhr.network.devnet.validation.SignatureCheck.Checked;
import uz.muhr.network.devnet.validation.SignatureCheck.Sound;
import uz.muhr.network.devnet.validation.SignatureCheck.Unsound;

/** Validates the envelopes of one block after the last committed one. */
public final class BlockValidation {
    private final Ledger ledger;
    private final Definitions definitions;
    private final SignatureCheck signatures;

    public BlockValidation(Ledger ledger, Members members, Definitions definitions) {
        this.ledger = ledger;
        this.definitions = definitions;
        this.signatures = new SignatureCheck(members, ledger);
    }

    /** A code for each transaction in order, and the writes of those that are valid. */
    public record Result(List<Outcome> outcomes, StateBatch writes) {
        /** One byte for each transaction, as block metadata holds them. */
        public byte[] codes() {
            byte[] codes = new byte[outcomes.size()];
            for (int i = 0; i < codes.length; i++) {
                codes[i] = (byte) outcomes.get(i).code().getNumber();
            }
            return codes;
        }
    }

    /** Validates the envelopes of the next block. */
    public Result validate(List<ByteString> envelopes) {
        long number = ledger.height();
        List<Checked> checked =
                envelopes.parallelStream().map(signatures::check).toList();
        StateBatch writes = new StateBatch();
        List<Outcome> outcomes = new ArrayList<>();
        try (Snapshot committed = ledger.snapshot()) {
            List<TxValidationCode> codes = policies(checked, committed);
            ReadCheck reads = new ReadCheck(committed, writes);
            Writes applied = new Writes(committed, writes);
            for (int i = 0; i < checked.size(); i++) {
                TxValidationCode code = codes.get(i);
                if (code == TxValidationCode.VALID && checked.get(i) instanceof Sound sound) {
                    code = reads.check(sound.transaction().accesses());
                    if (code == TxValidationCode.VALID) {
                        applied.apply(sound.transaction().accesses(), new Version(number, i));
                    }
                }
                outcomes.add(new Outcome(checked.get(i).transactionId(), code));
            }
        }
        return new Result(List.copyOf(outcomes), writes);
    }

    /** Policies first, then repeated identifiers: only a transaction that passed its policies makes a later one a repeat. */
    private List<TxValidationCode> policies(List<Checked> checked, Snapshot committed) {
        PolicyCheck policies = new PolicyCheck(definitions, committed);
        Set<String> seen = new HashSet<>();
        List<TxValidationCode> codes = new ArrayList<>();
        for (Checked each : checked) {
            TxValidationCode code;
            if (each instanceof Sound sound) {
                code = policies.check(sound);
                if (code == TxValidationCode.VALID && !seen.add(sound.transactionId())) {
                    code = TxValidationCode.DUPLICATE_TXID;
                }
            } else {
                code = ((Unsound) each).code();
            }
            codes.add(code);
        }
        return codes;
    }
}
