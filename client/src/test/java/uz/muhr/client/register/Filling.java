package uz.muhr.client.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uz.muhr.client.fabric.StateWrite;
import uz.muhr.client.following.FollowingState;
import uz.muhr.client.following.Written;

/** A register that a test fills with blocks of its own making, and searches. */
public record Filling(Register register, NewBlocks newBlocks) {
    public Filling(Register register) {
        this(register, new NewBlocks());
    }

    /** A block that writes these versions, none of them known before. */
    public void follow(long number, Instant time, SampleDocument... documents) {
        List<StateWrite> writes =
                Stream.of(documents).map(SampleDocument::write).toList();
        assertEquals(
                Optional.of(writes.size()),
                new Written(register.followed(), register.rows()).write(Written.block(number, time, writes)));
        newBlocks.see(new FollowingState(Optional.of(register.asOf()), number + 1, "", Optional.empty(), 0, 0));
    }

    /** A block that writes this, of which so much is told. */
    void followAll(long number, Instant time, int told, StateWrite... writes) {
        assertEquals(
                Optional.of(told),
                new Written(register.followed(), register.rows()).write(Written.block(number, time, List.of(writes))));
    }

    /** The documents for which all holds: a name, its word, the next name and so on. */
    List<SampleDocument> find(String... words) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            all.put(words[i], words[i + 1]);
        }
        return documents(register.search(SearchText.search(all)));
    }

    static List<SampleDocument> documents(FoundPage page) {
        return page.documents().stream()
                .map(found -> new SampleDocument(found.document(), found.record()))
                .toList();
    }
}
