package uz.muhr.network.devnet.policy;

import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;

/** What the channel agreed on for its chaincode: the name, the version, and who must endorse. */
public record ChaincodeDefinition(String name, String version, SignaturePolicyEnvelope policy) {
    /** The namespace in which Fabric keeps definitions. */
    public static final String LIFECYCLE = "_lifecycle";

    /** The key which every simulation of the chaincode reads first. */
    public String sequenceKey() {
        return fieldKey("Sequence");
    }

    /** The key of one field of the definition. */
    public String fieldKey(String field) {
        return "namespaces/fields/" + name + "/" + field;
    }
}
