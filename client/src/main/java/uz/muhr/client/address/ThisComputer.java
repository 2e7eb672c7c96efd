package uz.muhr.client.address;

import java.util.List;

/** The computer that this client runs on, as addresses name it. */
public final class ThisComputer {
    /** Its own names, whatever a name server says; what is sent there nobody else reads. */
    public static final List<String> NAMES = List.of("127.0.0.1", "localhost", "[::1]");

    private ThisComputer() {}
}
