package uz.muhr.client.fabric.key;

import com.sun.jna.Function;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import com.sun.jna.ptr.NativeLongByReference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which slot of a PKCS#11 library holds the token of a label. Java's own provider knows slots by number alone, and numbers
 * change: a PIN would be tried on whichever token happens to be there. Names are those of PKCS #11 section 5.
 */
final class TokenSlots {
    private static final int OK = 0;
    private static final int ALREADY_INITIALISED = 0x191;

    /** CKF_OS_LOCKING_OK: many threads will call, Java's provider among them. */
    private static final long FOR_MANY_THREADS = 2;

    /** CK_TOKEN_INFO begins with the label, padded with blanks; the whole is shorter than this. */
    private static final int LABEL_BYTES = 32;

    private static final int TOKEN_INFO_BYTES = 512;

    private final NativeLibrary library;
    private final Path file;

    private TokenSlots(NativeLibrary library, Path file) {
        this.library = library;
        this.file = file;
    }

    /** @throws UnusableKeyException when it is no PKCS#11 library */
    static TokenSlots open(Path file) {
        try {
            TokenSlots slots = new TokenSlots(NativeLibrary.getInstance(file.toString()), file);
            slots.initialise();
            return slots;
        } catch (UnsatisfiedLinkError e) {
            throw new UnusableKeyException(
                    file + " has to be a PKCS#11 library of this computer's kind; it cannot be loaded.", e);
        }
    }

    /**
     * The place of the token's slot in the library's list.
     *
     * @throws UnusableKeyException when no token has the label, or several have
     */
    int index(String label) {
        List<Integer> found = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        long[] slots = slots();
        for (int i = 0; i < slots.length; i++) {
            String present = label(slots[i]);
            if (present != null && !present.isEmpty()) {
                labels.add(present);
                if (present.equals(label)) {
                    found.add(i);
                }
            }
        }
        if (found.size() == 1) {
            return found.get(0);
        }
        throw new UnusableKeyException("One token labelled " + label + " was expected in " + file + "; "
                + (found.isEmpty() ? "there is none" : "there are " + found.size()) + " (present: "
                + String.join(", ", labels) + "). Put it in, or mend \"token\" in the profile.");
    }

    private void initialise() {
        Memory arguments = new Memory(4L * Native.POINTER_SIZE + NativeLong.SIZE + Native.POINTER_SIZE);
        arguments.clear();
        arguments.setNativeLong(4L * Native.POINTER_SIZE, new NativeLong(FOR_MANY_THREADS));
        int answer = call("C_Initialize", arguments);
        if (answer != OK && answer != ALREADY_INITIALISED) {
            throw failed("C_Initialize", answer);
        }
    }

    /** In the order that Java's provider counts in: all slots, with a token in them or not. */
    private long[] slots() {
        NativeLongByReference count = new NativeLongByReference();
        require("C_GetSlotList", (byte) 0, null, count);
        int most = count.getValue().intValue();
        if (most == 0) {
            return new long[0];
        }
        Memory list = new Memory((long) most * NativeLong.SIZE);
        require("C_GetSlotList", (byte) 0, list, count);
        long[] slots = new long[Math.min(most, count.getValue().intValue())];
        for (int i = 0; i < slots.length; i++) {
            slots[i] = list.getNativeLong((long) i * NativeLong.SIZE).longValue();
        }
        return slots;
    }

    /** Null where no token is in the slot, or one that cannot be read; blank for one that was not set up. */
    private @Nullable String label(long slot) {
        Memory info = new Memory(TOKEN_INFO_BYTES);
        return call("C_GetTokenInfo", new NativeLong(slot), info) == OK
                ? new String(info.getByteArray(0, LABEL_BYTES), StandardCharsets.UTF_8).stripTrailing()
                : null;
    }

    private void require(String name, @Nullable Object... arguments) {
        int answer = call(name, arguments);
        if (answer != OK) {
            throw failed(name, answer);
        }
    }

    private int call(String name, @Nullable Object... arguments) {
        return library.getFunction(name, Function.C_CONVENTION).invokeInt(arguments);
    }

    private UnusableKeyException failed(String name, int answer) {
        return new UnusableKeyException("The PKCS#11 library " + file + " does not work: " + name + " answered 0x"
                + Integer.toHexString(answer) + ".");
    }
}
