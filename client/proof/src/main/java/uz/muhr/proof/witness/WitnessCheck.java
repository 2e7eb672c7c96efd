package uz.muhr.proof.witness;

/** What has to hold of witnesses. Names are part of the verifier's answer and never change their meaning. */
public enum WitnessCheck {
    CHECKPOINT_FORM("The checkpoint is in its one form."),
    CHECKPOINT_ORIGIN("The checkpoint is of the trusted channel."),
    CHECKPOINT_BLOCK("Where a block is known that the checkpoint names, it is the same."),
    COSIGNER_CERTIFICATE("Each certificate is that of one cosigner, of a trusted organisation."),
    COSIGNATURE("Each cosignature that counts was made with its certificate's key."),
    COSIGNER_ONCE("Each organisation cosigned once."),
    COSIGNER_QUORUM("Enough different organisations cosigned."),
    CHECKPOINT_COVERS("The checkpoint is not older than the bundle's newest block."),
    HEADERS_FORM("The headers are whole, and not too many."),
    HEADERS_LINKED("Each block of the bundle stands in the chain of headers."),
    CHECKPOINT_REACHED("The chain of headers comes to the checkpoint's last block."),
    TIMESTAMP_FORM("Each time stamp is one token with one signature."),
    TIMESTAMP_IMPRINT("Each is over the channel and the blocks of this bundle."),
    TIMESTAMP_CERTIFICATE("Each names, in what was signed, the certificate it was signed with."),
    TIMESTAMP_ALGORITHM("Each was signed with a key and a hash that are strong enough."),
    TIMESTAMP_SIGNATURE("Each was signed with that certificate's key."),
    TIMESTAMP_USAGE("The certificate is for time stamping and for nothing else."),
    TIMESTAMP_TIME("It was valid at the stamped time, which is not before what is stamped."),
    TIMESTAMP_CHAIN("It leads to a root that the trust file pins."),
    TIMESTAMP_POLICY("Each is under the pinned policy, where one is pinned.");

    private final String sentence;

    WitnessCheck(String sentence) {
        this.sentence = sentence;
    }

    /** What holds once the check is made. */
    public String sentence() {
        return sentence;
    }
}
