package uz.muhr.network.devnet.transaction;

import java.util.HexFormat;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import uz.muhr.network.devnet.msp.Digests;

/** The identifier of a transaction follows from its nonce and creator, so nobody can choose it. */
public final class TransactionIds {
    private TransactionIds() {}

    /** Hexadecimal SHA-256 over nonce and creator. */
    public static String of(SignatureHeader header) {
        return HexFormat.of().formatHex(Digests.sha256(header.getNonce(), header.getCreator()));
    }
}
