package uz.muhr.client.following;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.register.Contents;
import uz.muhr.client.register.Register;
import uz.muhr.client.register.RegisterSettings;

/** A process that follows until it is killed. */
public final class FollowerProcess {
    private FollowerProcess() {}

    /** Says a line once it has written a first block. */
    public static void main(String[] words) {
        RegisterSettings settings = RegisterSettings.of(
                Path.of(words[1]),
                System.getenv("MUHR_REGISTER_URL"),
                System.getenv("MUHR_REGISTER_USER"),
                System.getenv("MUHR_REGISTER_PASSWORD"));
        try (Ledger ledger = Ledger.open(Path.of(words[0]), "customs");
                Register register = Register.open(settings);
                Following following =
                        new Following(ledger.blocks(), register.followed(), register.rows(), FollowerProcess::say)) {
            following.run();
        }
    }

    private static void say(FollowingState state) {
        if (state.blocks() > 0) {
            System.out.println(state.blocks());
        }
    }

    public static Process start(Path profiles, Path folder, RegisterSettings settings) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dlogback.configurationFile=uz/muhr/client/cli/logback.xml",
                "-cp",
                System.getProperty("java.class.path"),
                FollowerProcess.class.getName(),
                profiles.toString(),
                folder.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        List<String> environment = Contents.environment(settings);
        for (int i = 0; i < environment.size(); i += 2) {
            builder.environment().put(environment.get(i), environment.get(i + 1));
        }
        return builder.start();
    }
}
