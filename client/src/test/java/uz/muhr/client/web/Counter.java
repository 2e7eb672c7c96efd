package uz.muhr.client.web;

import java.nio.file.Path;
import uz.muhr.network.script.ScriptNetwork;

/** A browser before the clients of the chamber, which issues, and of customs, which looks, on a real network. */
record Counter(Chromium chromium, Door chamber, Door customs, Papers papers) implements AutoCloseable {

    /**
     * @param series what the papers' numbers begin with
     * @param more settings of the chamber's client, as on the command line
     */
    static Counter open(ScriptNetwork network, Path folder, String series, String... more) {
        Chromium chromium = Chromium.start();
        Door chamber = Door.open(network.profiles(), "chamber/issuer", folder.resolve("chamber"), more);
        Door customs = Door.open(network.profiles(), "customs/officer", folder.resolve("customs"));
        return new Counter(chromium, chamber, customs, Papers.of(chamber, series));
    }

    @Override
    public void close() {
        chromium.close();
        chamber.close();
        customs.close();
    }
}
