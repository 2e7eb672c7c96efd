package uz.muhr.network.devnet.gateway;

import com.google.rpc.Code;
import uz.muhr.network.devnet.endorsement.PeerAnswer;

/**
 * How the gateway reads a peer's refusal (Fabric's gateway/apiutils.go).
 *
 * @param elsewhere whether an evaluation may be tried at another peer
 */
record Verdict(Code code, String message, boolean elsewhere) {
    /** A peer of another organisation is reached over gRPC, where a refusal arrives as an unknown error. */
    static Verdict of(PeerAnswer answer, boolean local) {
        String distance = local ? "" : "rpc error: code = Unknown desc = ";
        if (answer instanceof PeerAnswer.ChaincodeError error) {
            return new Verdict(Code.UNKNOWN, "chaincode response " + error.status() + ", " + error.message(), false);
        }
        if (answer instanceof PeerAnswer.Failed failed) {
            return new Verdict(Code.ABORTED, failed.message(), true);
        }
        if (answer instanceof PeerAnswer.Refused refused) {
            return local
                    ? new Verdict(Code.FAILED_PRECONDITION, refused.message(), false)
                    : new Verdict(Code.UNAVAILABLE, distance + refused.message(), true);
        }
        if (answer instanceof PeerAnswer.Barred barred) {
            return new Verdict(Code.UNAVAILABLE, distance + barred.message(), true);
        }
        return new Verdict(Code.OK, "", false);
    }
}
