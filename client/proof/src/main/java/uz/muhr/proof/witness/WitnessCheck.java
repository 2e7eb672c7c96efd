package uz.muhr.proof.witness;

/** What has to hold of witnesses. Names are part of the verifier's answer and never change their meaning. */
public enum WitnessCheck {
    CHECKPOINT_FORM("The checkpoint is in its one form."),
    CHECKPOINT_ORIGIN("The checkpoint is of the trusted channel."),
    CHECKPOINT_BLOCK("Where a block is known that the checkpoint names, it is the same."),
    COSIGNER_CERTIFICATE("Each certificate is that of one cosigner, of a trusted organisation."),
    COSIGNATURE("Each cosignature that counts was made with its certificate's key."),
    COSIGNER_ONCE("Each organisation cosigned once."),
    COSIGNER_QUORUM("Enough different organisations cosigned.");

    private final String sentence;

    WitnessCheck(String sentence) {
        this.sentence = sentence;
    }

    /** What holds once the check is made. */
    public String sentence() {
        return sentence;
    }
}
