package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uz.muhr.client.TestNetwork;
import uz.muhr.network.script.ScriptNetwork;

/** A newcomer walks the whole tour before a real network: every step is done on its page, and the client has to say so. */
@TestInstance(Lifecycle.PER_CLASS)
@ExtendWith(TestNetwork.class)
class TourIT {
    private final ScriptNetwork network;
    private final Path folder;
    private Chromium chromium;
    private Door customs;
    private int people;

    TourIT(ScriptNetwork network, @TempDir Path folder) {
        this.network = network;
        this.folder = folder;
    }

    @BeforeAll
    void open() {
        chromium = Chromium.start();
        customs = Door.open(network.profiles(), "customs/officer", folder.resolve("customs"), "--muhr.tour=true");
    }

    @AfterAll
    void close() {
        if (chromium != null) {
            chromium.close();
            customs.close();
        }
    }

    @Test
    void aNewcomerWalksTheWholeWay() throws IOException {
        walk("en", 1280);
    }

    @Tag("long")
    @ParameterizedTest
    @CsvSource({"en, 360", "ru, 1280", "ru, 360", "uz, 1280", "uz, 360"})
    void theWayCanBeWalkedInEveryLanguageAlsoOnAPhone(String language, int width) throws IOException {
        walk(language, width);
    }

    @Test
    void whereNobodySaidThatTheNetworkIsForTrainingThereIsNoTour(@TempDir Path elsewhere) {
        try (LoneClient client = LoneClient.open(elsewhere, "customs/officer");
                TourPage tour = new TourPage(client.chromium().browser(), client.door(), "en", 1280)) {
            tour.page().locator("#off").waitFor();
            assertFalse(tour.page().locator("#begin").isVisible());
            assertFalse(tour.page().locator("#walk").isVisible());
            tour.whole("off");
        }
    }

    private void walk(String language, int width) throws IOException {
        try (TourPage tour = new TourPage(chromium.browser(), customs, language, width)) {
            tour.whole("begin");
            tour.press("start");
            comesIn(tour);
            FilePayload paper = issues(tour);
            verifies(tour, paper);
            forges(tour);
            finds(tour);
            Page document = writesOff(tour);
            suspendsAndReinstates(tour, document, paper);
            opensAConsignment(tour);
            readsTheHistory(tour);
            looksAsAnAuditor(tour);
            tour.page().locator(".end").waitFor();
            tour.whole("end");
            startsAgain(tour);
        }
    }

    private void comesIn(TourPage tour) {
        tour.reached("come-in");
        tour.checked("check.signed-in", false).waitFor();
        assertFalse(tour.mayGoOn());
        String chief = "chief-" + ++people;
        Page accounts = tour.beside("go.accounts");
        TourPage.signIn(accounts, chief, Person.account(customs, chief, "ADMINISTRATOR"));
        String name = "newcomer-" + people;
        accounts.locator("#accounts li").first().waitFor();
        assertEquals(3, accounts.locator("#new-account input:checked").count());
        accounts.fill("#name", name);
        accounts.locator("#new-account button").click();
        accounts.locator("#handed:not([hidden])").waitFor();
        String password = accounts.locator("#secret").innerText();
        accounts.locator(".person button").click();
        accounts.waitForURL(customs.at("/").toString());
        accounts.close();
        tour.link("go.sign-in").click();
        TourPage.signIn(tour.page(), name, password);
        tour.reached("come-in");
        tour.goOn();
    }

    private static FilePayload issues(TourPage tour) throws IOException {
        tour.reached("issue");
        tour.whole("issue");
        FilePayload paper = tour.take("take.paper");
        Page issue = tour.beside("go.issue");
        issue.setInputFiles("#files", paper);
        issue.locator("li.row[data-state=ready]").waitFor();
        assertEquals("929", issue.locator("[id^=type-]").first().inputValue());
        assertEquals("100", issue.locator("[id^=quantity-]").first().inputValue());
        assertEquals("open", issue.locator("select[id^=way-]").inputValue());
        assertFalse(tour.mayGoOn());
        issue.locator("#anchor").click();
        issue.locator("li.row[data-state=anchored]").waitFor();
        issue.close();
        tour.goOn();
        return paper;
    }

    private static void verifies(TourPage tour, FilePayload paper) {
        tour.reached("verify");
        tour.checked("check.VALID", false).waitFor();
        Page verify = tour.beside("go.verify");
        verify.setInputFiles("#files", paper);
        verify.locator("article.passed").waitFor();
        verify.close();
        tour.goOn();
    }

    private static void forges(TourPage tour) throws IOException {
        tour.reached("alter");
        tour.checked("check.ALTERED", false).waitFor();
        FilePayload forged = tour.take("take.forged");
        Page verify = tour.beside("go.verify-number");
        verify.locator("article").waitFor();
        verify.setInputFiles("#files", forged);
        verify.locator("article.failed").waitFor();
        verify.close();
        tour.goOn();
    }

    private static void finds(TourPage tour) {
        tour.reached("find");
        Page documents = tour.beside("go.documents");
        String digits = documents.locator("tbody code").first().innerText();
        documents.close();
        tour.answer("ffffff0");
        tour.checked("check.identifier", false).waitFor();
        tour.answer(digits);
        tour.goOn();
    }

    private static Page writesOff(TourPage tour) {
        tour.reached("write-off");
        tour.whole("write-off");
        Page document = tour.beside("go.document");
        document.locator("#amount").waitFor();
        assertEquals("40", document.inputValue("#amount"));
        tour.whole(document, "document-acts");
        document.locator(".acts form:has(#amount) button").click();
        document.locator("td", new Page.LocatorOptions().setHasText("40 TNE")).waitFor();
        tour.goOn();
        return document;
    }

    private static void suspendsAndReinstates(TourPage tour, Page document, FilePayload paper) {
        tour.reached("suspend");
        tour.checked("check.suspended", false).waitFor();
        document.locator(".acts form button").first().click();
        document.locator(".facts .state.open").waitFor();
        Page verify = tour.beside("go.verify");
        verify.setInputFiles("#files", paper);
        verify.locator("article.open").waitFor();
        verify.close();
        tour.checked("check.SUSPENDED", true).waitFor();
        tour.checked("check.reinstated", false).waitFor();
        tour.whole("suspend");
        document.locator(".acts form button").first().click();
        document.locator(".facts .state.passed").waitFor();
        document.close();
        tour.goOn();
    }

    private static void opensAConsignment(TourPage tour) throws IOException {
        tour.reached("consignment");
        tour.press("open-consignment");
        Page consignment = tour.beside("go.consignment");
        consignment.setInputFiles("#file", tour.take("take.receipt"));
        String heading = consignment
                .locator("h2", new Page.LocatorOptions().setHasText("MUHU"))
                .innerText();
        consignment.close();
        tour.answer("MUHU0000000");
        tour.checked("check.container", false).waitFor();
        tour.answer(heading.replaceAll(".*(MUHU\\d{7}).*", "$1"));
        tour.goOn();
    }

    private static void readsTheHistory(TourPage tour) {
        tour.reached("history");
        Page document = tour.beside("go.document");
        document.locator(".timeline li.open summary").first().click();
        String block = document.locator(".timeline li.open dl dd").nth(1).innerText();
        document.close();
        tour.answer("-1");
        tour.checked("check.block", false).waitFor();
        tour.answer(block);
        tour.goOn();
    }

    private static void looksAsAnAuditor(TourPage tour) throws IOException {
        tour.reached("audit");
        tour.page().setInputFiles("#handed", VerifyPage.file("x.csv", "day,kind\r\n".getBytes(StandardCharsets.UTF_8)));
        tour.checked("check.table", false).waitFor();
        Page audit = tour.beside("go.audit");
        Download table = audit.waitForDownload(
                () -> audit.locator("a[href*='tallies.csv']").click());
        tour.page().setInputFiles("#handed", table.path());
        audit.close();
        tour.goOn();
    }

    /** What was reached is there after the page was left, until somebody starts again; then the papers are others. */
    private static void startsAgain(TourPage tour) throws IOException {
        String walked = tour.page().locator(".end p").innerText();
        tour.page().reload();
        tour.page().locator(".end").waitFor();
        tour.page().onceDialog(Dialog::accept);
        tour.press("again");
        tour.press("start");
        tour.reached("come-in");
        tour.goOn();
        tour.reached("issue");
        String fresh = new String(tour.take("take.paper").buffer, StandardCharsets.UTF_8);
        String number = fresh.replaceAll("(?s).*<ID>(.*)</ID>.*", "$1");
        assertTrue(number.startsWith("26001/") && walked.contains("26001/"), walked);
        assertFalse(walked.contains(number), number);
    }
}
