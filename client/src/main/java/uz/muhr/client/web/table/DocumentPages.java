package uz.muhr.client.web.table;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import uz.muhr.client.register.FoundPage;
import uz.muhr.client.register.Register;
import uz.muhr.client.register.RegisterView.Found;
import uz.muhr.client.register.Search;

/**
 * All documents of a search, page after page. Each page is asked for by itself, so that nothing in the database waits for a
 * slow reader; a document's place never changes, so none comes twice.
 */
final class DocumentPages implements Iterator<List<Found>> {
    private final Register register;
    private Optional<Search> following;

    DocumentPages(Register register, Search first) {
        this.register = register;
        this.following = Optional.of(first);
    }

    @Override
    public boolean hasNext() {
        return following.isPresent();
    }

    @Override
    public List<Found> next() {
        Search search = following.orElseThrow(NoSuchElementException::new);
        FoundPage page = register.search(search);
        following = page.next().map(search::goingOn);
        return page.documents().stream().map(Found::of).toList();
    }
}
