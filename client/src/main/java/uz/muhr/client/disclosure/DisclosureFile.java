package uz.muhr.client.disclosure;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import uz.muhr.client.document.Faults;
import uz.muhr.client.document.UnreadableDocument;
import uz.muhr.protocol.disclosure.Disclosure;
import uz.muhr.protocol.disclosure.DisclosureText;
import uz.muhr.protocol.refusal.Refusal;

/** A disclosure on disk, known among other files by the media type that stands in it. */
public record DisclosureFile(Path path) {
    /**
     * The disclosure; empty when the file is none.
     *
     * @throws Refusal MALFORMED_ARGUMENT when it is one that does not hold
     * @throws UnreadableDocument when there is no such file
     */
    public Optional<Disclosure> read() {
        return text().filter(text -> text.contains(DisclosureText.MEDIA_TYPE)).map(DisclosureText::parse);
    }

    /** What may be a disclosure: no more than one may have, and text that begins like JSON. */
    private Optional<String> text() {
        if (Files.isDirectory(path)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(path)) {
            int first = in.read();
            byte[] rest = first == '{' ? in.readNBytes(DisclosureText.LONGEST) : new byte[0];
            return rest.length == 0 || rest.length == DisclosureText.LONGEST
                    ? Optional.empty()
                    : Optional.of("{" + StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(rest)));
        } catch (CharacterCodingException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UnreadableDocument(path + " could not be read: " + Faults.sentence(e), e);
        }
    }
}
