package uz.muhr.network.conformance;

import static org.hyperledger.fabric.protos.peer.TxValidationCode.MVCC_READ_CONFLICT;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.PHANTOM_READ_CONFLICT;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.VALID;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uz.muhr.network.conformance.fixture.Client;
import uz.muhr.network.conformance.fixture.Conformance;
import uz.muhr.network.conformance.fixture.Failures;
import uz.muhr.network.conformance.fixture.TestedNetwork;
import uz.muhr.network.conformance.fixture.Together;

@Conformance
final class StateIT {
    private final Client client;
    private String key = "";

    StateIT(TestedNetwork network) {
        client = network.client("CustomsMSP", "officer");
    }

    @BeforeEach
    void newKey() {
        key = "state-" + UUID.randomUUID();
    }

    private TxValidationCode commit(Transaction transaction) throws Exception {
        return client.commit(transaction);
    }

    @Test
    void aReadAfterAWriteInTheSameTransactionSeesTheCommittedValue() throws Exception {
        assertEquals("", client.submit("putThenGet", key, "new"));
        assertEquals("new", client.submit("putThenGet", key, "newer"));
        assertEquals("newer", client.evaluate("get", key));
    }

    @Test
    void blindWritesBothCommitAndTheLaterOneStays() throws Exception {
        Transaction first = client.endorse("put", key, "first");
        Transaction second = client.endorse("put", key, "second");
        assertEquals(VALID, commit(first));
        assertEquals(VALID, commit(second));
        assertEquals("second", client.evaluate("get", key));
    }

    @Test
    void ofTwoUpdatesEndorsedOnTheSameVersionTheLaterBlocksOneConflicts() throws Exception {
        client.submit("put", key, "0");
        Transaction first = client.endorse("update", key, "1");
        Transaction second = client.endorse("update", key, "2");
        assertEquals(VALID, commit(first));
        assertEquals(MVCC_READ_CONFLICT, commit(second));
        assertEquals("1", client.evaluate("get", key));
    }

    @Test
    void ofTwoUpdatesInOneBlockTheLaterOneConflicts() throws Exception {
        List<Status> statuses = Together.inOneBlock(client, () -> {
            newKey();
            return List.of(client.endorse("update", key, "1"), client.endorse("update", key, "2"));
        });
        assertEquals(
                List.of(VALID, MVCC_READ_CONFLICT),
                statuses.stream().map(Status::getCode).toList());
        assertEquals("1", client.evaluate("get", key));
    }

    @Test
    void aReaderBeforeTheWriterInABlockIsValidAndOneAfterItIsNot() throws Exception {
        List<Status> statuses = Together.inOneBlock(client, () -> {
            newKey();
            return List.of(
                    client.endorse("firstOfRangeThenPut", "\u0001", "\uffff", key + "-a"),
                    client.endorse("put", key, "x"),
                    client.endorse("readThenDelete", key));
        });
        assertEquals(
                List.of(VALID, VALID, MVCC_READ_CONFLICT),
                statuses.stream().map(Status::getCode).toList());
        assertEquals("x", client.evaluate("get", key));
    }

    @Test
    void aRowThatAppearsInARangeThatWasReadIsAPhantom() throws Exception {
        client.submit("put", key + "-1", "x");
        Transaction counter = client.endorse("rangeThenPut", key + "-", key + "-9", key);
        client.submit("put", key + "-2", "x");
        assertEquals(PHANTOM_READ_CONFLICT, commit(counter));
    }

    @Test
    void aRowThatVanishesFromARangeThatWasReadIsAPhantomToo() throws Exception {
        client.submit("put", key + "-1", "x");
        Transaction counter = client.endorse("rangeThenPut", key + "-", key + "-9", key);
        client.submit("delete", key + "-1");
        assertEquals(PHANTOM_READ_CONFLICT, commit(counter));
    }

    @Test
    void rewritingTheSameValueOrSettingAPolicyInsideARangeIsAPhantom() throws Exception {
        client.submit("put", key + "-1", "x");
        Transaction beforeRewrite = client.endorse("rangeThenPut", key + "-", key + "-9", key);
        client.submit("put", key + "-1", "x");
        assertEquals(PHANTOM_READ_CONFLICT, commit(beforeRewrite));
        Transaction beforePolicy = client.endorse("rangeThenPut", key + "-", key + "-9", key);
        client.submit("setPolicy", key + "-1", "", "CustomsMSP");
        assertEquals(PHANTOM_READ_CONFLICT, commit(beforePolicy));
    }

    @Test
    void aWriteOutsideTheRangeOrBehindItsLastFetchedRowIsNoPhantom() throws Exception {
        client.submit("putMany", key + "-", "150");
        Transaction firstOnly = client.endorse("firstOfRangeThenPut", key + "-", key + "-99999", key);
        // The peer fetched 101 rows, one ahead of the first batch of 100; row 00149 was never looked at.
        client.submit("put", key + "-00149", "changed");
        client.submit("put", key + ".outside", "x");
        assertEquals(VALID, commit(firstOnly));
        Transaction again = client.endorse("firstOfRangeThenPut", key + "-", key + "-99999", key);
        client.submit("put", key + "-00100", "changed");
        assertEquals(PHANTOM_READ_CONFLICT, commit(again));
    }

    @Test
    void aLargeRangeIsSummedUpAndStillProtected() throws Exception {
        client.submit("putMany", key + "-", "130");
        Transaction undisturbed = client.endorse("rangeThenPut", key + "-", key + "-99999", key);
        assertEquals(VALID, commit(undisturbed));
        Transaction disturbed = client.endorse("rangeThenPut", key + "-", key + "-99999", key);
        client.submit("put", key + "-00077", "changed");
        assertEquals(PHANTOM_READ_CONFLICT, commit(disturbed));
        assertEquals(130, client.evaluate("range", key + "-", key + "-99999").split(",").length);
    }

    @Test
    void absentThenPutThenDeletedLeavesAnEarlierReadOfAbsenceValid() throws Exception {
        Transaction create = client.endorse("create", key, "x");
        client.submit("put", key, "y");
        client.submit("delete", key);
        assertEquals(VALID, commit(create));
    }

    @Test
    void deletedAndCreatedAgainConflictsWithAnEarlierReadOfTheSameValue() throws Exception {
        client.submit("put", key, "same");
        Transaction update = client.endorse("update", key, "x");
        client.submit("delete", key);
        assertEquals("", client.evaluate("get", key));
        client.submit("create", key, "same");
        assertEquals(MVCC_READ_CONFLICT, commit(update));
        assertEquals("same", client.evaluate("get", key));
    }

    @Test
    void rangesIncludeTheirStartAndExcludeTheirEndAndFollowUtf8Order() throws Exception {
        // In UTF-16 the surrogates of the last key would sort before U+FF5E.
        List<String> ordered = List.of(key + "a", key + "b", key + "\u00e9", key + "\uff5e", key + "\ud83d\ude00");
        for (String each : ordered) {
            client.submit("put", each, "x");
        }
        assertEquals(String.join(",", ordered), client.evaluate("range", key, key + "\udbff\udfff"));
        assertEquals(key + "a", client.evaluate("range", key + "a", key + "b"));
        assertEquals("", client.evaluate("range", key + "b", key + "b"));
    }

    @Test
    void compositeKeysAreListedByTheirFirstPartsAndStayOutOfSimpleRanges() throws Exception {
        client.submit("putComposite", key, "red", "1");
        client.submit("putComposite", key, "red", "2");
        client.submit("putComposite", key, "reddish", "3");
        assertEquals("red+1,red+2", client.evaluate("listComposite", key, "red"));
        assertEquals("red+1,red+2,reddish+3", client.evaluate("listComposite", key));
        assertEquals("", client.evaluate("range", key, key + "\uffff"));
    }

    @Test
    void pagesFollowOneAnotherByTheirBookmarks() throws Exception {
        client.submit("putMany", key, "5");
        String end = key + "99999";
        assertEquals(key + "00000," + key + "00001|2|" + key + "00002", client.evaluate("page", key, end, "2", ""));
        assertEquals(
                key + "00002," + key + "00003|2|" + key + "00004",
                client.evaluate("page", key, end, "2", key + "00002"));
        assertEquals(key + "00004|1|", client.evaluate("page", key, end, "2", key + "00004"));
        assertEquals("|0|", client.evaluate("page", key + "x", key + "y", "2", ""));
    }

    @Test
    void aTransactionThatReadsAPageMayNotWrite() {
        for (String function : List.of("pageThenPut", "putThenPage")) {
            Failures.assertFails(
                    () -> client.evaluate(function, key, key + "9", "2", ""),
                    io.grpc.Status.Code.UNKNOWN,
                    "evaluate call to endorser returned error: chaincode response 500, Unexpected error",
                    "chaincode response 500, Unexpected error");
        }
    }

    @Test
    void thePeersKeepNoHistoryOfAKey() {
        String detail = "chaincode response 500, Unexpected error";
        Failures.assertFails(
                () -> client.evaluate("history", key),
                io.grpc.Status.Code.UNKNOWN,
                "evaluate call to endorser returned error: " + detail,
                detail);
    }

    @Test
    void aValueOfNoBytesIsADeletion() throws Exception {
        client.submit("createWithPolicy", key, "x", "CustomsMSP");
        client.submit("put", key, "");
        assertEquals("", client.evaluate("range", key, key + "~"));
        assertEquals("none", client.evaluate("getPolicy", key));
    }

    @Test
    void theTwoChaincodesShareNoState() throws Exception {
        client.submit("put", key, "x");
        long written = client.order(client.endorse("put", key, "y")).getStatus().getBlockNumber();
        assertEquals(0, client.block(written).transactions().get(0).set("muhr").getWritesCount());
        client.submit("put", "O", "not the members");
        assertTrue(client.muhr("network").evaluateTransaction("members").length > 2);
    }

    @Test
    void anEvaluationOrdersNothing() throws Exception {
        client.evaluate("put", key, "x");
        assertEquals("", client.evaluate("get", key));
    }

    @Test
    void theStatusOfACommittedTransactionIsAnsweredAtOnceAlsoLater() throws Exception {
        SubmittedTransaction submitted = client.order(client.endorse("put", key, "x"));
        Status first = submitted.getStatus();
        Status again = submitted.getStatus();
        assertTrue(first.isSuccessful());
        assertEquals(first.getBlockNumber(), again.getBlockNumber());
    }
}
