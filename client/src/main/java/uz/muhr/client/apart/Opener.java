package uz.muhr.client.apart;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import uz.muhr.client.document.BundledFonts;
import uz.muhr.client.document.DocumentReader;
import uz.muhr.client.stamp.Mark;
import uz.muhr.client.stamp.Stamper;
import uz.muhr.client.stamp.UnstampableException;

/** The other process: opens one file after the other until nobody asks any more. */
final class Opener {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Opener() {}

    public static void main(String[] none) throws IOException {
        DataInputStream questions = new DataInputStream(new BufferedInputStream(System.in));
        DataOutputStream answers =
                new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
        // Whatever a library has to say is not for the one who listens there.
        System.setOut(System.err);
        BundledFonts.use();
        try {
            while (true) {
                answer(Question.read(questions)).write(answers);
            }
        } catch (EOFException e) {
            // Whoever asked has ended.
        }
    }

    private static Reply answer(Question question) {
        if (question.mark().isEmpty()) {
            return new Reply.Read(DocumentReader.read(question.file()));
        }
        return stamped(question.file(), question.mark().get());
    }

    private static Reply stamped(byte[] file, Mark mark) {
        byte[] random = new byte[Stamper.RANDOM_BYTES];
        RANDOM.nextBytes(random);
        try {
            return new Reply.Stamped(Stamper.stamp(file, mark, random, Instant.now()));
        } catch (UnstampableException e) {
            return new Reply.Unstampable(e.why(), e.sentence());
        }
    }
}
