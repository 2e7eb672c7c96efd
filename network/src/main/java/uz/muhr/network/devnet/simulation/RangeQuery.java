package uz.muhr.network.devnet.simulation;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.protos.ledger.queryresult.KV;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.RangeQueryInfo;
import org.hyperledger.fabric.protos.peer.QueryResponse;
import org.hyperledger.fabric.protos.peer.QueryResponseMetadata;
import org.hyperledger.fabric.protos.peer.QueryResultBytes;
import org.jspecify.annotations.Nullable;
import uz.muhr.network.devnet.ledger.StateRow;

/**
 * One open range query. It hands out batches, and knows afterwards what was seen: every row fetched, the one fetched
 * ahead included, and how far the reader got (query_response_generator.go, query_executor.go).
 */
final class RangeQuery {
    private static final int BATCH = 100;
    private static final int LIMIT = 100_000;

    private final String id;
    private final String namespace;
    private final String end;
    private final int pageSize;
    private final Iterator<StateRow> rows;
    private final RangeSummary seen = new RangeSummary();
    private final RangeQueryInfo.Builder info;
    private @Nullable StateRow ahead;
    private int fetched;

    /** A page size of 0 means no paging. */
    RangeQuery(String id, String namespace, String start, String end, int pageSize, Iterator<StateRow> rows) {
        this.id = id;
        this.namespace = namespace;
        this.end = end;
        this.pageSize = pageSize;
        this.rows = rows;
        this.info = RangeQueryInfo.newBuilder().setStartKey(start);
    }

    private Optional<StateRow> fetch() {
        int limit = pageSize > 0 ? Math.min(pageSize, LIMIT) : LIMIT;
        if (fetched == limit) {
            return Optional.empty();
        }
        if (!rows.hasNext()) {
            info.setItrExhausted(true).setEndKey(end);
            return Optional.empty();
        }
        StateRow row = rows.next();
        fetched++;
        seen.add(ReadWriteSet.read(row.key(), Optional.of(row.entry())));
        info.setEndKey(row.key());
        return Optional.of(row);
    }

    /** The next batch; for a page, all of it with the bookmark of the next one. */
    QueryResponse next() {
        List<QueryResultBytes> batch = new ArrayList<>();
        if (ahead != null) {
            batch.add(result(ahead));
            ahead = null;
        }
        Optional<StateRow> row = fetch();
        while (row.isPresent()) {
            if (pageSize == 0 && batch.size() == BATCH) {
                ahead = row.get();
                return response(batch).setHasMore(true).build();
            }
            batch.add(result(row.get()));
            row = fetch();
        }
        QueryResponse.Builder response = response(batch);
        if (pageSize > 0) {
            response.setMetadata(QueryResponseMetadata.newBuilder()
                    .setFetchedRecordsCount(fetched)
                    .setBookmark(rows.hasNext() ? rows.next().key() : "")
                    .build()
                    .toByteString());
        }
        return response.build();
    }

    private QueryResponse.Builder response(List<QueryResultBytes> batch) {
        return QueryResponse.newBuilder().setId(id).addAllResults(batch);
    }

    private QueryResultBytes result(StateRow row) {
        return QueryResultBytes.newBuilder()
                .setResultBytes(KV.newBuilder()
                        .setNamespace(namespace)
                        .setKey(row.key())
                        .setValue(row.entry().value())
                        .build()
                        .toByteString())
                .build();
    }

    /** What goes into the read set. Call it once, at the end of the simulation. */
    RangeQueryInfo info() {
        seen.merkle().ifPresentOrElse(info::setReadsMerkleHashes, () -> seen.raw()
                .filter(reads -> reads.getKvReadsCount() > 0)
                .ifPresent(info::setRawReads));
        return info.build();
    }
}
