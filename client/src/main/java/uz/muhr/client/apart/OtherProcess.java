package uz.muhr.client.apart;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;

/** A small Java process that opens files for this one. It knows nothing of this one's environment, which may hold secrets. */
final class OtherProcess {
    private final Process process;
    private final DataOutputStream questions;
    private final DataInputStream answers;

    private OtherProcess(Process process) {
        this.process = process;
        this.questions = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
        this.answers = new DataInputStream(process.getInputStream());
    }

    /** @param megabytes that it may take */
    static OtherProcess start(int megabytes) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + megabytes + "m",
                        "-Xss512k",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-Djava.awt.headless=true",
                        "-Dlogback.configurationFile=uz/muhr/client/cli/logback.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Opener.class.getName()))
                .redirectError(Redirect.DISCARD);
        builder.environment().clear();
        return new OtherProcess(builder.start());
    }

    /**
     * Asks, and waits for the answer.
     *
     * @param patience after which it is ended
     * @throws IOException when it ended in place of answering
     */
    Reply ask(Question question, Duration patience, ScheduledExecutorService clock) throws IOException {
        ScheduledFuture<?> end = clock.schedule(this::kill, patience.toMillis(), TimeUnit.MILLISECONDS);
        try {
            question.write(questions);
            return Reply.read(answers);
        } finally {
            end.cancel(false);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    void kill() {
        process.destroyForcibly();
    }
}
