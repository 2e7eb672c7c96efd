package uz.muhr.network.fabric;

import java.nio.file.Path;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.topology.Organisation;

/**
 * Where real Fabric's part of a network's home lies.
 *
 * <pre>
 * ROOT/fabric/channel/{configtx.yaml,genesis.block}
 * ROOT/fabric/NAME/peer/{core.yaml,data,snapshots}       FABRIC_CFG_PATH of a peer, and its ledger
 * ROOT/fabric/NAME/orderer/{orderer.yaml,data,wal,snapshots}
 * ROOT/fabric/chaincodes/CHAINCODE.json                  what runs, and on which ports
 * ROOT/fabric/chaincodes/CHAINCODE-SEQUENCE/             its code and packages
 * </pre>
 */
record FabricFolder(NetworkHome home) {
    Path root() {
        return home.fabric();
    }

    Path channel() {
        return root().resolve("channel");
    }

    Path channelConfiguration() {
        return channel().resolve("configtx.yaml");
    }

    /** The channel's first block. Made once: the channel is what it says. */
    Path genesisBlock() {
        return channel().resolve("genesis.block");
    }

    Path peer(Organisation organisation) {
        return root().resolve(organisation.name()).resolve("peer");
    }

    Path orderer(Organisation organisation) {
        return root().resolve(organisation.name()).resolve("orderer");
    }

    Path chaincodes() {
        return root().resolve("chaincodes");
    }
}
