package uz.muhr.network.devnet.validation;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import uz.muhr.network.devnet.fixture.Blocks;
import uz.muhr.network.devnet.fixture.Identities;
import uz.muhr.network.devnet.fixture.Made;
import uz.muhr.network.devnet.ledger.Ledger;
import uz.muhr.network.devnet.ledger.Outcome;
import uz.muhr.network.devnet.ordering.BlockMaker;
import uz.muhr.network.devnet.ordering.Consenters;
import uz.muhr.network.devnet.policy.ChaincodeDefinition;
import uz.muhr.network.devnet.policy.Definitions;
import uz.muhr.network.devnet.policy.EndorsementPolicy;

/** A ledger with the keys old, row1 and row2, written at (0, 0), and the validation of its next block. */
final class Bench implements AutoCloseable {
    private final Identities.Home home;
    private final Made made;
    private final Ledger ledger;
    private final BlockValidation validation;

    Bench(Identities.Home home, Path folder) {
        this.home = home;
        this.made = new Made(home);
        this.ledger = Ledger.open(folder);
        List<String> all = home.topology().organisations().stream()
                .map(each -> each.mspId())
                .toList();
        this.validation = new BlockValidation(
                ledger,
                home.members(),
                Definitions.of(new ChaincodeDefinition(Made.CHAINCODE, "1", EndorsementPolicy.peersOf(3, all))));
        ledger.commit(Blocks.of(ledger, Made.CHAINCODE, Map.of("old", "x", "row1", "x", "row2", "x")));
    }

    Identities.Home home() {
        return home;
    }

    Made made() {
        return made;
    }

    Ledger ledger() {
        return ledger;
    }

    /** What the envelopes would come to as the next block. */
    List<TxValidationCode> codes(ByteString... envelopes) {
        return validation.validate(List.of(envelopes)).outcomes().stream()
                .map(Outcome::code)
                .toList();
    }

    /** Makes the envelopes the next block. */
    void commit(ByteString... envelopes) {
        new BlockMaker(ledger, new Consenters(List.of(home.nodes().get(0).orderer())), validation)
                .make(List.of(envelopes));
    }

    @Override
    public void close() {
        ledger.close();
    }
}
