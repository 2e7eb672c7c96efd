package uz.muhr.client.apart;

import java.time.Duration;

/**
 * Within what files are opened.
 *
 * @param atATime how many, each in a process of its own
 * @param megabytes that such a process may take for its objects
 * @param patience how long one file may take
 * @param turn how long a file waits for its turn
 * @param idle how long a process without work is kept
 */
public record OpeningBounds(int atATime, int megabytes, Duration patience, Duration turn, Duration idle) {
    /** For documents of the size that {@link uz.muhr.client.document.DocumentReader#MOST_BYTES} allows. */
    public static final OpeningBounds USUAL =
            new OpeningBounds(2, 256, Duration.ofSeconds(10), Duration.ofSeconds(30), Duration.ofSeconds(30));
}
