package uz.muhr.proof.check;

/**
 * What has to hold, in the order in which it is looked at. Names are part of the verifier's answer and never change their
 * meaning.
 */
public enum Check {
    BUNDLE_FORM("The bundle is in its one form."),
    PIN("The first configuration is the one that the trust file pins."),
    CONFIGURATION_FORM("Each configuration names its orderers and the trusted organisations' authorities."),
    CONFIGURATION_ORDER("Each configuration follows directly on the one before it."),
    MEMBERSHIP_KEPT("No configuration changes the authorities of a trusted organisation."),
    BLOCK_FORM("Each block is in its one form."),
    BLOCK_ORDER("The blocks stand in order, each once."),
    BLOCK_DATA("The data of each block is what its header names."),
    BLOCK_CONFIGURATION("The orderers signed which configuration was in force, and it is at hand."),
    ORDERER_SIGNATURES("As many different orderers signed each block as its consensus asks for."),
    ENVELOPE_FORM("Each transaction stands in its block in its one form, signed."),
    CHANNEL("Each transaction is of the trusted channel."),
    TRANSACTION_FORM("Each transaction that counts is in its one form, all the way down."),
    TRANSACTION_ID("A transaction's id is that of its creator and nonce."),
    PROPOSAL_HASH("What was endorsed is what was proposed."),
    CHAINCODE("The trusted chaincode answered."),
    CERTIFICATE_ISSUED("Each certificate was issued by its organisation's authority."),
    CERTIFICATE_REVOKED("No certificate is revoked."),
    CERTIFICATE_ROLE("Orderers ordered, peers endorsed, and clients proposed."),
    CERTIFICATE_TIME("Each certificate was valid at the vouched time."),
    ENDORSEMENT_SIGNATURES("Each endorsement bears its endorser's signature."),
    ENDORSEMENT_MAJORITY("Peers of a majority of the trusted organisations endorsed it."),
    QUESTION("The organisations answered the very question."),
    ANSWER_STATUS("They answered it with success, and wrote nothing."),
    ANSWER_CONTENT("The answer follows from its own evidence and tells of the document."),
    ANSWER_TIME("The answer is of the time at which it was endorsed."),
    TRANSACTION_PLACE("Each version's transaction stands in a block, once."),
    ISSUER_IS_CREATOR("The issuer itself proposed each version, with the certificate that the record names."),
    CREATOR_SIGNATURE("Each version's transaction bears its creator's signature."),
    ISSUER_ENDORSED("The issuer's own peer endorsed each version."),
    VERSION_TIME("Each version is of the time at which its transaction was endorsed."),
    VERSION_WRITTEN("Each version's transaction wrote that version."),
    VERSION_COMMITTED("The organisations read each version where its transaction wrote it."),
    TIME_COVERED("The time that is asked about is not later than the answer.");

    private final String sentence;

    Check(String sentence) {
        this.sentence = sentence;
    }

    /** What holds once the check is made. */
    public String sentence() {
        return sentence;
    }
}
