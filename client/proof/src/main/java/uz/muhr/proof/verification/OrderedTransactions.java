package uz.muhr.proof.verification;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import uz.muhr.proof.block.BlockEnvelope;
import uz.muhr.proof.block.OrderedBlock;
import uz.muhr.proof.check.Check;
import uz.muhr.proof.check.Checks;
import uz.muhr.proof.check.UnprovenException;
import uz.muhr.proof.configuration.Configuration;
import uz.muhr.proof.configuration.Configurations;
import uz.muhr.proof.transaction.Place;

/** All transactions of the bundle's blocks, by their ids and by their places. */
final class OrderedTransactions {
    private final Map<String, List<Ordered>> byId = new HashMap<>();
    private final Map<Place, Ordered> byPlace = new HashMap<>();

    private OrderedTransactions() {}

    static OrderedTransactions read(
            List<ByteString> blocks, String channel, Configurations configurations, Checks checks) {
        OrderedTransactions transactions = new OrderedTransactions();
        List<Long> numbers = new ArrayList<>();
        for (ByteString bytes : blocks) {
            OrderedBlock block = OrderedBlock.signed(bytes, checks);
            numbers.add(block.number());
            transactions.add(block, configurations.requireSigned(block, checks), channel, checks);
        }
        checks.require(
                Check.BLOCK_ORDER,
                IntStream.range(1, numbers.size()).allMatch(i -> numbers.get(i) > numbers.get(i - 1)),
                () -> "The blocks of a bundle have to stand in order, each once; they do not.");
        return transactions;
    }

    private void add(OrderedBlock block, Configuration configuration, String channel, Checks checks) {
        for (int i = 0; i < block.data().size(); i++) {
            BlockEnvelope envelope = BlockEnvelope.signed(block.data().get(i), channel, checks);
            Ordered ordered =
                    new Ordered(envelope.payload(), envelope.signature(), new Place(block.number(), i), configuration);
            byPlace.put(ordered.place(), ordered);
            byId.computeIfAbsent(envelope.payload().channelHeader().getTxId(), first -> new ArrayList<>())
                    .add(ordered);
        }
    }

    /** Goes on only when the bundle holds the transaction, once. */
    Ordered require(String id, Checks checks) {
        List<Ordered> found = byId.getOrDefault(id, List.of());
        checks.require(
                Check.TRANSACTION_PLACE,
                found.size() == 1,
                () -> "One block of the bundle has to hold transaction " + id + "; it stands in them " + found.size()
                        + " times.");
        return found.get(0);
    }

    /** Goes on only when the bundle holds the transaction of a place. */
    Ordered require(Place place) {
        Ordered found = byPlace.get(place);
        if (found == null) {
            throw new UnprovenException(
                    Check.VERSION_COMMITTED,
                    "The organisations read what transaction " + place.index() + " of block " + place.block()
                            + " wrote; the bundle does not hold it.");
        }
        return found;
    }
}
