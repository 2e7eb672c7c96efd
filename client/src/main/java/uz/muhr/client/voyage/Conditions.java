package uz.muhr.client.voyage;

import uz.muhr.protocol.freight.SealCondition;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/** The words by which people call the conditions of a seal (UNTDID 4517). */
public final class Conditions {
    private Conditions() {}

    public static String word(SealCondition condition) {
        return switch (condition) {
            case RIGHT -> "right";
            case DAMAGED -> "damaged";
            case MISSING -> "missing";
            case BROKEN -> "broken";
            case FAULTY_ELECTRONIC_SEAL -> "faulty";
        };
    }

    /**
     * Reads a word, or the code.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public static SealCondition parse(String text) {
        for (SealCondition condition : SealCondition.values()) {
            if (text.equals(word(condition)) || text.equals(condition.code())) {
                return condition;
            }
        }
        throw Refusal.malformed("A seal's condition has to be right, damaged, missing, broken or faulty; it is \""
                + Shown.of(text) + "\".");
    }
}
