package uz.muhr.proof.checkpoint;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uz.muhr.protocol.refusal.Refusal;

/**
 * A text and signatures on it, as c2sp.org/signed-note writes them.
 *
 * @param text with its last line break
 */
record SignedNote(String text, List<NoteSignature> signatures) {
    /** Sixteen have to be read; a channel of more organisations than this is not to be expected. */
    static final int MOST_SIGNATURES = 64;

    /** The longest note that is read, in characters: a signature of a known kind takes some 300. */
    static final int MOST_CHARACTERS = 64 << 10;

    private static final String BORDER = "\n\n";

    SignedNote {
        signatures = List.copyOf(signatures);
    }

    /** @throws Refusal MALFORMED_ARGUMENT when it is none in the one form */
    static SignedNote parse(String note) {
        int border = note.lastIndexOf(BORDER);
        if (note.length() > MOST_CHARACTERS || border < 0 || !note.endsWith("\n") || note.endsWith(BORDER)) {
            throw Refusal.malformed("A signed note has to be a text, an empty line and signatures, with at most "
                    + MOST_CHARACTERS + " characters; it is not.");
        }
        if (note.chars().anyMatch(character -> character < ' ' && character != '\n')) {
            throw Refusal.malformed("A signed note may hold no control characters but line breaks; it does.");
        }
        List<NoteSignature> signatures = Arrays.stream(
                        note.substring(border + BORDER.length()).split("\n", -1))
                .limit(MOST_SIGNATURES + 2L)
                .filter(line -> !line.isEmpty())
                .map(NoteSignature::parse)
                .toList();
        if (signatures.size() > MOST_SIGNATURES) {
            throw Refusal.malformed("A signed note may have at most " + MOST_SIGNATURES + " signatures; it has more.");
        }
        return new SignedNote(note.substring(0, border + 1), signatures);
    }

    SignedNote with(NoteSignature signature) {
        return new SignedNote(
                text, Stream.concat(signatures.stream(), Stream.of(signature)).toList());
    }

    String write() {
        return text + "\n" + signatures.stream().map(line -> line.line() + "\n").collect(Collectors.joining());
    }
}
