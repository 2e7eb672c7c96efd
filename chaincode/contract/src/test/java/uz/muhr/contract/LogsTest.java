package uz.muhr.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Arguments are the business of whoever sent them: none reaches a log, not even inside a refusal or a stack trace. */
final class LogsTest {
    /** An MSP id, a type, a commitment, a document: any argument that is shown to be read holds it. */
    private static final String MARK = "ZqMarkQz";

    private static final PrintStream OUT = System.out;
    private static final PrintStream ERR = System.err;

    private static final Logger ROOT = Logger.getLogger("");

    private final Handler[] usual = ROOT.getHandlers();
    private final StringBuilder logged = new StringBuilder();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final Handler capture = new Handler() {
        @Override
        public void publish(LogRecord line) {
            logged.append(new SimpleFormatter().format(line));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @BeforeEach
    void capture() {
        SampleNetwork.established();
        capture.setLevel(Level.ALL);
        // The usual handlers would print into the build's output what is captured here.
        List.of(usual).forEach(ROOT::removeHandler);
        ROOT.addHandler(capture);
        PrintStream stream = new PrintStream(printed, true, StandardCharsets.UTF_8);
        System.setOut(stream);
        System.setErr(stream);
    }

    @AfterEach
    void release() {
        ROOT.removeHandler(capture);
        List.of(usual).forEach(ROOT::addHandler);
        System.setOut(OUT);
        System.setErr(ERR);
    }

    @Test
    void theCaptureSeesBothKindsOfLogger() {
        Logger.getLogger("uz.muhr.test").info("seen by java.util.logging");
        System.getLogger("uz.muhr.test").log(System.Logger.Level.INFO, "seen by System.Logger");
        System.err.print("seen on stderr");
        assertTrue(everything().contains("seen by java.util.logging"));
        assertTrue(everything().contains("seen by System.Logger"));
        assertTrue(everything().contains("seen on stderr"));
    }

    @Test
    void argumentsOfCallsThatSucceedAreNotLogged() {
        SampleNetwork network = SampleNetwork.withDocument();
        String id = SampleNetwork.DOCUMENT.hex();
        network.evaluate(SampleNetwork.OFFICER, "document:read", id);
        network.evaluate(SampleNetwork.OFFICER, "document:history", id, "0");
        network.evaluate(SampleNetwork.OFFICER, "document:verify", "{\"document\":\"" + id + "\"}");
        network.evaluate(SampleNetwork.OFFICER, "document:find", "open", SampleNetwork.OPEN.hex());
        network.submit(SampleNetwork.CHAMBER, "document:revoke", id, "1", "keyCompromise");
        for (String argument : List.of(id, SampleNetwork.OPEN.hex(), "keyCompromise", "QuarantineMSP")) {
            assertFalse(everything().contains(argument), argument);
        }
    }

    @Test
    void argumentsThatARefusalRepeatsAreNotLogged() {
        SampleNetwork network = SampleNetwork.withDocument();
        for (String[] call : new String[][] {
            {"authority:read", MARK, "861"},
            {"authority:read", "ChamberMSP", MARK},
            {"document:read", MARK},
            {"document:history", MARK, "0"},
            {"document:suspend", MARK, "1"},
            {"document:replace", "{\"" + MARK + "\":1}"},
            {"document:reissue", MARK},
            {"document:attest", "{\"" + MARK + "\":1}"},
            {"customs:draw", "{\"unit\":\"" + MARK + "\"}"},
            {"customs:reverse", SampleNetwork.DOCUMENT.hex(), MARK},
            {"customs:hold", MARK, "0"},
            {"authority:propose", "{\"kind\":\"" + MARK + "\",\"sequence\":0}"},
            {"authority:approve", MARK},
            {"document:find", MARK, MARK},
            {"document:verify", "{\"" + MARK + "\":1}"},
            {"document:verify", MARK},
            {"document:revoke", SampleNetwork.DOCUMENT.hex(), MARK, "unspecified"},
            {"document:revoke", SampleNetwork.DOCUMENT.hex(), "1", MARK},
            {"document:anchor", "{\"documents\":[{\"type\":\"" + MARK + "\"}]}"},
            {"network:establish", "{\"" + MARK + "\":1}"},
            {"document:" + MARK, MARK},
            {MARK + ":read", MARK},
            {MARK, MARK},
        }) {
            String[] arguments = List.of(call).subList(1, call.length).toArray(String[]::new);
            assertEquals(
                    500,
                    network.run(SampleNetwork.CHAMBER, call[0], arguments)
                            .response()
                            .getStatusCode());
        }
        assertFalse(everything().contains(MARK), everything());
    }

    @Test
    void aFaultIsLoggedByItsKindAndPlaceWithoutItsMessage() {
        SampleNetwork network = SampleNetwork.withDocument();
        network.ledger.breakDown("cannot read " + MARK);
        SampleNetwork.Transaction failed =
                network.run(SampleNetwork.OFFICER, "document:read", SampleNetwork.DOCUMENT.hex());
        assertEquals(500, failed.response().getStatusCode());
        assertEquals("Error during contract method execution", failed.response().getMessage());
        assertTrue(everything().contains("java.lang.IllegalStateException"), everything());
        assertTrue(everything().contains("uz.muhr.contract.Store.fetch"), everything());
        assertFalse(everything().contains(MARK), everything());
        assertFalse(everything().contains(SampleNetwork.DOCUMENT.hex()), everything());
    }

    private String everything() {
        return logged + printed.toString(StandardCharsets.UTF_8);
    }
}
