package uz.muhr.network.devnet.ledger;

import java.util.List;
import org.hyperledger.fabric.protos.common.Block;

/** A signed block, what each of its transactions came to, and what the valid ones wrote. */
public record ValidatedBlock(Block block, List<Outcome> outcomes, StateBatch writes) {}
