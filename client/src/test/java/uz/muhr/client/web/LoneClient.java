package uz.muhr.client.web;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Clock;
import uz.muhr.network.identity.Enrolment;
import uz.muhr.network.topology.SampleTopology;

/** A browser and a client that has no ledger: enough for what a page does by itself, and for who may come in. */
record LoneClient(Chromium chromium, Door door) implements AutoCloseable {

    static LoneClient open(Path folder, String as) {
        Chromium chromium = Chromium.start();
        Enrolment.prepare(SampleTopology.topology().onFreePorts(), folder.resolve("home"), Clock.systemUTC());
        return new LoneClient(chromium, Door.open(folder.resolve("home/profiles"), as, folder.resolve("data")));
    }

    /** The first page, whose scripts may be imported. */
    Page page() {
        Page page = chromium.browser().newPage();
        page.navigate(door.at("/").toString());
        return page;
    }

    @Override
    public void close() {
        chromium.close();
        door.close();
    }
}
