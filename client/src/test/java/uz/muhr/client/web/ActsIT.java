package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.Client;
import uz.muhr.client.TestNetwork;
import uz.muhr.network.script.ScriptNetwork;

/** What people do with a document on its page: by their roles, and only as far as the ledger lets them. */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(TestNetwork.class)
class ActsIT {
    private final ScriptNetwork network;
    private final Path folder;
    private Counter counter;

    ActsIT(ScriptNetwork network, @TempDir Path folder) {
        this.network = network;
        this.folder = folder;
    }

    @BeforeAll
    void open() {
        counter = Counter.open(network, folder, "UZ-ACTS");
    }

    @AfterAll
    void close() {
        if (counter != null) {
            counter.close();
        }
    }

    /** The id of a certificate of origin for 100 t. */
    private String certificate() {
        return counter.chamber()
                .form(
                        "/api/documents",
                        Form.certificate(Client.newNumber())
                                .field("quantity", "100")
                                .field("unit", "TNE")
                                .file("file", counter.papers().content()))
                .is(201)
                .member("document");
    }

    private DeskPage page(Door door, String id, String more, String... roles) {
        DeskPage page = new DeskPage(
                counter.chromium().browser(), door, "/document?id=" + id + more, "en", DeskPage.DESKTOP, roles);
        page.textWith("What you may do");
        return page;
    }

    @Test
    void customsWritesOffHoldsAndReleases() {
        String id = certificate();
        try (DeskPage page = page(counter.customs(), id, "&amount=40&declaration=26001/010126/0000417", "OFFICER")) {
            page.button("Write off").click();
            assertTrue(page.textWith("Done.").contains("60 of 100 TNE left"));
            assertEquals("status-line", page.page().evaluate("document.activeElement.id"));
            page.button("Hold").click();
            page.textWith("held by customs");
            assertEquals(0, page.button("Write off").count());
            page.button("Release").click();
            page.textWith("Released by customs");
        }
    }

    @Test
    void whatTheLedgerRefusesIsSaidAndWhatWasTypedStays() {
        try (DeskPage page =
                page(counter.customs(), certificate(), "&amount=101&declaration=26001/010126/0000417", "OFFICER")) {
            page.button("Write off").click();
            page.textWith("101");
            page.page()
                    .locator("#status-line", new Page.LocatorOptions().setHasText("TNE"))
                    .waitFor();
            assertEquals("101", page.page().inputValue("#amount"));
        }
    }

    @Test
    void anIssuerSuspendsReinstatesAndRevokesAfterBeingAskedTwice() {
        try (DeskPage page = page(counter.chamber(), certificate(), "", "ISSUER")) {
            page.button("Suspend").click();
            page.textWith("Suspended");
            page.button("Reinstate").click();
            page.textWith("Reinstated");
            page.page().getByText("Revoke for good").click();
            page.page().locator("#revocation").selectOption("privilegeWithdrawn");
            page.page().onceDialog(Dialog::dismiss);
            page.button("Revoke").click();
            assertEquals(1, page.button("Suspend").count());
            page.page().onceDialog(Dialog::accept);
            page.button("Revoke").click();
            page.page().locator(".facts .state.failed").waitFor();
            assertTrue(page.textWith("Done.").contains("the right it gave was withdrawn"));
            assertEquals(0, page.page().locator(".acts button").count());
        }
    }

    @Test
    void whoMayDoNothingReadsWhoMay() {
        try (DeskPage page = page(counter.customs(), certificate(), "", "ISSUER", "AUDITOR")) {
            String text = page.textWith("Only ChamberMSP suspends");
            assertTrue(text.contains("people with the role officer"), text);
            assertEquals(0, page.page().locator(".acts button").count());
            page.picture("acts-of-others");
        }
    }
}
