package uz.muhr.contract;

import java.util.Map;

/** Whether a chaincode server uses what its peer announces: {@code MUHR_BATCHED_STATE}, which is {@code on} unless it says {@code off}. */
enum BatchSetting {
    ON,
    OFF;

    private static final String NAME = "MUHR_BATCHED_STATE";

    /**
     * Reads the setting.
     *
     * @throws IllegalArgumentException when it is neither
     */
    static BatchSetting of(Map<String, String> environment) {
        String said = environment.getOrDefault(NAME, "on");
        return switch (said) {
            case "on" -> ON;
            case "off" -> OFF;
            default -> throw new IllegalArgumentException(NAME + " has to be on or off; it is \"" + said + "\".");
        };
    }

    Announced of(Announced announced) {
        return this == ON ? announced : Announced.NOTHING;
    }
}
