package uz.muhr.proof.fabric;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.ByteString;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.StreamSupport;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import uz.muhr.proof.block.BlockEnvelope;
import uz.muhr.proof.block.OrderedBlock;
import uz.muhr.proof.check.Checks;
import uz.muhr.proof.configuration.Configurations;
import uz.muhr.protocol.identifier.MspId;

/** Files of a Fabric 3.1.5 network with four organisations and four BFT orderers, and what is to be found in them. */
final class RealNetwork {
    static final SortedSet<MspId> ORGANISATIONS = new TreeSet<>(List.of(
            new MspId("CarrierMSP"), new MspId("ChamberMSP"), new MspId("CustomsMSP"), new MspId("QuarantineMSP")));

    private static final Path FOLDER = Path.of(System.getProperty("muhr.root", "."))
            .resolve("../shared/data/fabric-3.1.5")
            .normalize();

    private final JsonObject expected;

    private RealNetwork(JsonObject expected) {
        this.expected = expected;
    }

    static RealNetwork open() {
        assumeTrue(Files.isDirectory(FOLDER), "shared/data/fabric-3.1.5 is not beside the project: skipped");
        return new RealNetwork(
                JsonParser.parseString(bytes("expected.json").toStringUtf8()).getAsJsonObject());
    }

    JsonObject object(String name) {
        return expected.getAsJsonObject(name);
    }

    List<JsonObject> list(String name) {
        return objects(expected.getAsJsonArray(name));
    }

    String text(String name) {
        return expected.get(name).getAsString();
    }

    static List<JsonObject> objects(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .toList();
    }

    static List<String> texts(JsonArray array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonElement::getAsString)
                .toList();
    }

    static ByteString bytes(String file) {
        try {
            return ByteString.copyFrom(Files.readAllBytes(FOLDER.resolve(file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A block as it stands in a bundle: of its metadata the orderers' signatures alone. */
    static ByteString block(String file) {
        Block block = parse(file);
        return block.toBuilder()
                .setMetadata(BlockMetadata.newBuilder()
                        .addMetadata(block.getMetadata().getMetadata(0)))
                .build()
                .toByteString();
    }

    /** A channel's first block as it stands in a trust file. */
    static ByteString pinned(String file) {
        return parse(file).toBuilder().clearMetadata().build().toByteString();
    }

    private static Block parse(String file) {
        try {
            return Block.parseFrom(bytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The channel whose documents were anchored. */
    Configurations documents(Checks checks) {
        return Configurations.from(pinned("blocks/documents-0.pb"), text("pin"), "documents", ORGANISATIONS, checks);
    }

    /** The channel whose configuration was changed twice. */
    Configurations other(Checks checks) {
        return Configurations.from(
                pinned("config-chain/other-0.pb"),
                object("config_chain").get("pin").getAsString(),
                "other",
                ORGANISATIONS,
                checks);
    }

    static BlockEnvelope envelope(OrderedBlock block, int index, String channel, Checks checks) {
        return BlockEnvelope.signed(block.data().get(index), channel, checks);
    }
}
