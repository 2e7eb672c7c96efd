package uz.muhr.protocol.integrity;

/** Why a verdict on container seals is what it is. The order is the precedence. */
public enum SealReason {
    FOUND_DAMAGED(SealVerdict.TAMPERED, "It was found damaged."),
    FOUND_BROKEN(SealVerdict.TAMPERED, "It was found broken before an authority broke it."),
    READ_OPENED(SealVerdict.TAMPERED, "The electronic seal said that it was opened before an authority broke it."),
    FOUND_MISSING(SealVerdict.MISSING, "It was found missing before an authority broke it."),
    BROKEN_BY_CUSTOMS(SealVerdict.BROKEN_BY_AUTHORITY, "Customs broke it, or put another one in its place."),
    BROKEN_BY_QUARANTINE(
            SealVerdict.BROKEN_BY_AUTHORITY, "Plant quarantine broke it, or put another one in its place."),
    FOUND_FAULTY(SealVerdict.UNPROVEN, "The electronic seal was found faulty, so what it said proves nothing."),
    NOT_YET_AFFIXED(SealVerdict.UNPROVEN, "It was affixed only after the time that was asked."),
    NOT_ACCEPTED(SealVerdict.UNPROVEN, "It was handed over, and the receiver has not accepted it."),
    REPLACED_BY_HOLDER(
            SealVerdict.UNPROVEN, "Its holder put another one in its place, and no authority had broken it before."),
    UNSEALED_BETWEEN(
            SealVerdict.UNPROVEN, "A container stood without a seal between one that was removed and the next."),
    CONTAINER_WITHOUT_SEAL(SealVerdict.UNPROVEN, "A container of the consignment has no seal."),
    NO_CONTAINER(SealVerdict.UNPROVEN, "The consignment has no container.");

    private final SealVerdict verdict;
    private final String sentence;

    SealReason(SealVerdict verdict, String sentence) {
        this.verdict = verdict;
        this.sentence = sentence;
    }

    public SealVerdict verdict() {
        return verdict;
    }

    /** What it means, for a person. */
    public String sentence() {
        return sentence;
    }
}
