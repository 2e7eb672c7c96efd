package uz.muhr.client.register;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.muhr.client.fabric.LedgerBlock;
import uz.muhr.client.fabric.StateWrite;
import uz.muhr.client.following.Projection;
import uz.muhr.protocol.integrity.SealIntegrity;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.seal.SealAct;
import uz.muhr.protocol.seal.SealEvent;
import uz.muhr.protocol.seal.SealHistory;
import uz.muhr.protocol.seal.SealName;
import uz.muhr.protocol.seal.SealRecord;

/** Makes rows of container seals: of each event under {@code V}, and of each seal's record under {@code S}. */
final class SealRows implements Projection {
    private static final String SEAL = "S";
    private static final String EVENT = "V";

    private static final String INSERT_EVENT =
            "INSERT INTO seal_event (written, consignment, seal, sequence, telling, event) VALUES (?, ?, ?, ?, ?, ?)";

    private static final String UPDATE =
            "UPDATE container_seal SET state = ?, holder = ?, verdict = COALESCE(?, verdict), record = ?"
                    + " WHERE consignment = ? AND seal = ?";

    private static final String INSERT =
            "INSERT INTO container_seal (state, holder, verdict, record, consignment, seal, place)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)";

    private final JdbcClient jdbc;
    private final JdbcOperations batches;

    SealRows(JdbcClient jdbc, JdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    private record Stand(long position, SealRecord record) {}

    @Override
    public int write(List<LedgerBlock> blocks) {
        List<Object[]> events = new ArrayList<>();
        Set<SealName> judgedAnew = new HashSet<>();
        Map<SealName, Stand> seals = new LinkedHashMap<>();
        for (LedgerBlock block : blocks) {
            int turn = 0;
            int transaction = 0;
            for (StateWrite write : block.writes()) {
                turn = write.transaction() == transaction ? turn : 0;
                transaction = write.transaction();
                long position = new Position(block.number(), transaction, turn).key();
                if (write.kind().equals(EVENT)) {
                    SealEvent event = read(block, () -> SealEvent.parse(write.value()));
                    events.add(row(position, event));
                    if (isTelling(event)) {
                        judgedAnew.add(event.name());
                    }
                } else if (write.kind().equals(SEAL)) {
                    SealRecord record = read(block, () -> SealRecord.parse(write.value()));
                    seals.put(record.name(), new Stand(position, record));
                }
                turn++;
            }
        }
        if (!events.isEmpty()) {
            batches.batchUpdate(INSERT_EVENT, events);
        }
        seals.forEach((name, stand) -> write(stand, judgedAnew.contains(name)));
        return events.size();
    }

    /** A reading in its order that found the seal closed changes no verdict. */
    static boolean isTelling(SealEvent event) {
        return !(event.act() instanceof SealAct.Read read) || read.opened() || event.outOfOrder();
    }

    private static Object[] row(long position, SealEvent event) {
        return new Object[] {
            position,
            event.name().consignment().hex(),
            event.name().seal().hex(),
            event.sequence(),
            isTelling(event),
            event.write()
        };
    }

    private void write(Stand stand, boolean judgedAnew) {
        SealRecord record = stand.record();
        Optional<String> verdict = judgedAnew ? Optional.of(verdict(record)) : Optional.empty();
        int updated = jdbc.sql(UPDATE)
                .param(record.state().name())
                .param(record.holder().value())
                .param(verdict.orElse(null))
                .param(record.write())
                .param(record.name().consignment().hex())
                .param(record.name().seal().hex())
                .update();
        if (updated == 0) {
            jdbc.sql(INSERT)
                    .param(record.state().name())
                    .param(record.holder().value())
                    .param(verdict.orElseThrow())
                    .param(record.write())
                    .param(record.name().consignment().hex())
                    .param(record.name().seal().hex())
                    .param(stand.position())
                    .update();
        }
    }

    private String verdict(SealRecord record) {
        List<SealEvent> events = jdbc.sql(
                        "SELECT event FROM seal_event WHERE consignment = ? AND seal = ? ORDER BY sequence")
                .param(record.name().consignment().hex())
                .param(record.name().seal().hex())
                .query((row, n) -> SealEvent.parse(Objects.requireNonNull(row.getString(1))))
                .list();
        return SealIntegrity.of(new SealHistory(events), Optional.empty())
                .verdict()
                .name();
    }

    private static <T> T read(LedgerBlock block, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (Refusal e) {
            throw new Refusal(
                    ErrorCode.CORRUPT_RECORD,
                    "Block " + block.number()
                            + " holds what this version cannot read, and nothing after it is followed: " + e.sentence()
                            + " Install the version that the network uses.",
                    e);
        }
    }
}
