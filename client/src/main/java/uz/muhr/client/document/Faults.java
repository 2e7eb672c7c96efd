package uz.muhr.client.document;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** What the operating system said, as a sentence. */
public final class Faults {
    private Faults() {}

    public static String sentence(IOException fault) {
        if (fault instanceof NoSuchFileException) {
            return "there is no such file.";
        }
        if (fault instanceof AccessDeniedException) {
            return "permission is denied.";
        }
        if (fault instanceof FileSystemException system && system.getReason() != null) {
            return system.getReason() + ".";
        }
        return fault.getMessage() == null ? fault.getClass().getSimpleName() + "." : fault.getMessage() + ".";
    }
}
