package uz.muhr.network.devnet.genesis;

import com.google.protobuf.ByteString;
import org.hyperledger.fabric.protos.msp.FabricCryptoConfig;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.FabricNodeOUs;
import org.hyperledger.fabric.protos.msp.FabricOUIdentifier;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import uz.muhr.network.devnet.msp.NodeRole;

/** An organisation's MSP as the channel's configuration states it: its roots, and NodeOUs switched on. */
final class MspDefinition {
    private MspDefinition() {}

    static MSPConfig of(String mspId, ByteString root, ByteString tlsRoot) {
        FabricMSPConfig config = FabricMSPConfig.newBuilder()
                .setName(mspId)
                .addRootCerts(root)
                .addTlsRootCerts(tlsRoot)
                .setCryptoConfig(FabricCryptoConfig.newBuilder()
                        .setSignatureHashFamily("SHA2")
                        .setIdentityIdentifierHashFunction("SHA256"))
                .setFabricNodeOus(FabricNodeOUs.newBuilder()
                        .setEnable(true)
                        .setClientOuIdentifier(unit(NodeRole.CLIENT, root))
                        .setPeerOuIdentifier(unit(NodeRole.PEER, root))
                        .setAdminOuIdentifier(unit(NodeRole.ADMIN, root))
                        .setOrdererOuIdentifier(unit(NodeRole.ORDERER, root)))
                .build();
        return MSPConfig.newBuilder()
                .setType(0)
                .setConfig(config.toByteString())
                .build();
    }

    private static FabricOUIdentifier unit(NodeRole role, ByteString root) {
        return FabricOUIdentifier.newBuilder()
                .setCertificate(root)
                .setOrganizationalUnitIdentifier(role.unit())
                .build();
    }
}
