package uz.muhr.proof;

import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.FabricNodeOUs;
import org.hyperledger.fabric.protos.msp.FabricOUIdentifier;
import uz.muhr.protocol.identifier.MspId;

/** A member of the channel with a peer, a client and an orderer. */
public record TestOrganisation(
        String id, TestAuthority authority, TestIdentity peer, TestIdentity client, TestIdentity orderer) {
    static TestOrganisation create(String id) {
        TestAuthority authority = TestAuthority.root("ca." + id);
        return new TestOrganisation(
                id,
                authority,
                authority.issue(id, "CN=peer0,OU=peer"),
                authority.issue(id, "CN=User1,OU=client"),
                authority.issue(id, "CN=orderer0,OU=orderer"));
    }

    public MspId msp() {
        return new MspId(id);
    }

    /** Its membership as a configuration states it. */
    FabricMSPConfig.Builder membership() {
        return FabricMSPConfig.newBuilder()
                .setName(id)
                .addRootCerts(authority.pem())
                .setFabricNodeOus(FabricNodeOUs.newBuilder()
                        .setEnable(true)
                        .setClientOuIdentifier(unit("client"))
                        .setPeerOuIdentifier(unit("peer"))
                        .setAdminOuIdentifier(unit("admin"))
                        .setOrdererOuIdentifier(unit("orderer")));
    }

    private static FabricOUIdentifier unit(String name) {
        return FabricOUIdentifier.newBuilder()
                .setOrganizationalUnitIdentifier(name)
                .build();
    }
}
