package uz.muhr.client.web;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import org.junit.jupiter.api.Test;

class PagesTest {
    @Test
    void everyPageThatThereIsHasOneAddressAndNoOther() {
        Set<String> pages = PageSource.all().stream().map(PageSource::name).collect(toSet());
        assertEquals(pages, Set.copyOf(Pages.PAGES.values()));
        assertEquals(pages.size(), Pages.PAGES.size());
    }
}
