package uz.muhr.client.web;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import uz.muhr.network.script.ScriptNetwork;

/** A running client for each who acts, started when it is first asked for. */
public final class RunningClients implements AutoCloseable {
    private final Map<String, Door> doors = new HashMap<>();

    /**
     * Where the one of an organisation is, or of one of its users: the URL that {@code --server} takes.
     *
     * @param data the folder that the clients' folders are in
     */
    public synchronized String of(ScriptNetwork network, Path data, String as) {
        Door door = doors.computeIfAbsent(as, who -> open(network, data, who));
        return "http://127.0.0.1:" + door.port();
    }

    /** Whoever acts signs everything, in whichever role: as at the command line. */
    private static Door open(ScriptNetwork network, Path data, String who) {
        return Door.open(
                network.profiles(),
                who,
                data.resolve(who),
                "--muhr.signers.issuer=" + who,
                "--muhr.signers.officer=" + who,
                "--muhr.signers.carrier=" + who,
                "--muhr.signers.registrar=" + who);
    }

    @Override
    public synchronized void close() {
        doors.values().forEach(Door::close);
        doors.clear();
    }
}
