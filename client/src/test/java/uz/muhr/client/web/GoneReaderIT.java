package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import uz.muhr.network.identity.Enrolment;
import uz.muhr.network.topology.SampleTopology;

/** Who asks and leaves, as every browser whose tab is closed, is no failure that somebody has to look into. */
class GoneReaderIT {
    private static final String HANDLER = "uz.muhr.client.web.problem.Failures";
    private static final String REGISTER = "uz.muhr.client.web.FollowingLog";

    /** More than the buffers of both ends hold, so that the server is still writing when the reader leaves. */
    private static final int ANSWERS = 100;

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger handler = (Logger) LoggerFactory.getLogger(HANDLER);
    private final CountDownLatch noticed = new CountDownLatch(1);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>() {
        @Override
        protected void append(ILoggingEvent event) {
            super.append(event);
            if (event.getLoggerName().equals(HANDLER)) {
                noticed.countDown();
            }
        }
    };

    @AfterEach
    void listenNoLonger() {
        root.detachAppender(log);
        handler.setLevel(null);
    }

    @Test
    void nothingIsLoggedAsAnErrorWhenAReaderLeavesAndOthersAreAnswered(@TempDir Path folder) throws Exception {
        Enrolment.prepare(SampleTopology.topology().onFreePorts(), folder.resolve("home"), Clock.systemUTC());
        try (Door door = Door.open(folder.resolve("home/profiles"), "customs", folder.resolve("data"))) {
            listen();
            askAndLeave(door.port());
            assertTrue(noticed.await(20, TimeUnit.SECONDS), "the server has not noticed that its reader is gone");
            assertEquals(List.of(), atLeast(Level.WARN));
            door.get("/api/identity").is(200);
        }
    }

    /** The server sets up its log when it starts; so this comes after it. */
    private void listen() {
        log.list = new CopyOnWriteArrayList<>();
        log.start();
        root.addAppender(log);
        handler.setLevel(Level.DEBUG);
    }

    private static void askAndLeave(int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.setReceiveBufferSize(4096);
            socket.setSoLinger(true, 0);
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            String request = "GET /api/openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n";
            socket.getOutputStream().write(request.repeat(ANSWERS).getBytes(StandardCharsets.US_ASCII));
            assertEquals('H', socket.getInputStream().read());
        }
    }

    /** But for the register's, which has no ledger here and says so when it likes. */
    private List<String> atLeast(Level level) {
        return log.list.stream()
                .filter(event -> !event.getLoggerName().equals(REGISTER))
                .filter(event -> event.getLevel().isGreaterOrEqual(level))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}
