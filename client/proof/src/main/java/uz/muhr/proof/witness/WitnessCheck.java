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
    TIMESTAMP_IMPRINT("Each time stamp is over the channel and the blocks of this bundle."),
    TIMESTAMP_CERTIFICATE("Each time stamp names its certificate in what was signed."),
    TIMESTAMP_ALGORITHM("The key and the hash of each time stamp's signature are strong enough."),
    TIMESTAMP_SIGNATURE("Each time stamp was signed with its certificate's key."),
    TIMESTAMP_USAGE("The certificate of each time stamp is for time stamping and for nothing else."),
    TIMESTAMP_TIME("Each time stamp is of a time at which its certificate was valid, and not before what is stamped."),
    TIMESTAMP_CHAIN("The certificate of each time stamp leads to a root that the trust file pins."),
    TIMESTAMP_POLICY("Each time stamp is under the pinned policy, where one is pinned.");

    private final String sentence;

    WitnessCheck(String sentence) {
        this.sentence = sentence;
    }

    /** What holds once the check is made. */
    public String sentence() {
        return sentence;
    }
}
