package uz.muhr.protocol.consignment;

import uz.muhr.protocol.hash.Hex32;

/** What stands on the ledger for a file that shows the state of a container seal, such as a photograph. */
public record EvidenceCommitment(String hex) {
    public EvidenceCommitment {
        Hex32.check("The commitment to evidence", hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
