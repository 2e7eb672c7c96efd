package uz.muhr.proof.checkpoint;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import uz.muhr.proof.BlockDraft;
import uz.muhr.proof.ProofDraft;
import uz.muhr.proof.TestIdentity;
import uz.muhr.proof.bundle.CheckpointFile;
import uz.muhr.proof.bundle.NetworkTrust;
import uz.muhr.proof.message.Digest;

/** A checkpoint under construction, signed by three of four organisations: it holds until something is changed. */
public final class CheckpointDraft {
    /** The network and its configurations. */
    public final ProofDraft proof;

    public long height = 12;
    public String hash = "5e".repeat(32);

    /** The trust file; its pin is the first block's hash. */
    public NetworkTrust trust;

    /** How many have to have signed. */
    public int quorum = 3;

    final List<CosignatureDraft> signatures = new ArrayList<>();
    UnaryOperator<String> text = made -> made;

    /** Before the text and what follows are joined. */
    UnaryOperator<String> note = made -> made;

    UnaryOperator<CheckpointFile> file = made -> made;
    UnaryOperator<byte[]> bytes = made -> made;

    private CheckpointDraft(ProofDraft proof) {
        this.proof = proof;
        this.trust = proof.trust();
        for (TestIdentity client : List.of(
                proof.network.customs().client(),
                proof.network.chamber().client(),
                proof.network.carrier().client())) {
            signatures.add(new CosignatureDraft(client));
        }
    }

    public static CheckpointDraft cosigned() {
        return of(ProofDraft.anchored());
    }

    /** A checkpoint of the network of a proof. */
    public static CheckpointDraft of(ProofDraft proof) {
        return new CheckpointDraft(proof);
    }

    /** Of a chain that ends with this block. */
    public CheckpointDraft endingWith(BlockDraft block) {
        block.build();
        height = block.number + 1;
        hash = headerHash(block);
        return this;
    }

    static String headerHash(BlockDraft block) {
        return HexFormat.of().formatHex(Digest.of(BlockDraft.headerText(block.lastHeader())));
    }

    /** By the words of the README. */
    String text() {
        return text.apply("muhr/documents/" + proof.trust().pin() + "\n" + height + "\n"
                + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hash)) + "\n");
    }

    public byte[] file() {
        String signed = text();
        String lines =
                signatures.stream().map(signature -> signature.line(signed)).collect(Collectors.joining());
        CheckpointFile made = new CheckpointFile(
                note.apply(signed + "\n" + lines),
                signatures.stream().map(CosignatureDraft::certificate).toList(),
                proof.configurationBlocks.stream().map(BlockDraft::bytes).toList());
        return bytes.apply(file.apply(made).write());
    }

    public CheckpointReport verify() {
        return new CheckpointVerifier(trust, quorum).verify(file());
    }

    /** The first signature. */
    CosignatureDraft signature() {
        return signatures.get(0);
    }

    /** More bytes than there were. */
    static UnaryOperator<ByteString> longer() {
        return made -> made.concat(ByteString.copyFrom(new byte[1]));
    }
}
