package uz.muhr.network.devnet.endorsement;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeID;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Response;
import uz.muhr.network.devnet.chaincode.ChaincodeAnswer;
import uz.muhr.network.devnet.chaincode.ChaincodeServerLink;
import uz.muhr.network.devnet.ledger.Ledger;
import uz.muhr.network.devnet.msp.Signer;
import uz.muhr.network.devnet.policy.ChaincodeDefinition;
import uz.muhr.network.devnet.simulation.Simulation;
import uz.muhr.network.devnet.simulation.SimulationResult;
import uz.muhr.network.devnet.transaction.Proposal;

/** One organisation's endorsing peer. */
public final class Peer {
    private static final int ERROR_THRESHOLD = 400;
    private static final String SYSTEM_VERSION = "syscc";

    private final Signer signer;
    private final String address;
    private final Map<String, Hosted> chaincodes;
    private final Ledger ledger;
    private final LedgerQueries queries;

    /** A chaincode of the channel, and where this peer's organisation serves it. */
    public record Hosted(ChaincodeDefinition definition, ChaincodeServerLink server) {}

    /** @param chaincodes by name */
    public Peer(Signer signer, String address, String channel, Map<String, Hosted> chaincodes, Ledger ledger) {
        this.signer = signer;
        this.address = address;
        this.chaincodes = Map.copyOf(chaincodes);
        this.ledger = ledger;
        this.queries = new LedgerQueries(channel, ledger);
    }

    public String mspId() {
        return signer.mspId();
    }

    /** Host and port of the organisation's peer, as error details name it. */
    public String address() {
        return address;
    }

    /** Whether the peer runs a chaincode of that name: one of the channel's, or the ledger's queries. */
    public boolean runs(String name) {
        return chaincodes.containsKey(name) || name.equals(LedgerQueries.NAME);
    }

    /** Simulates an admitted proposal for a chaincode it runs and signs the result. Never fails: a failure is an answer too. */
    public CompletableFuture<PeerAnswer> process(Proposal proposal) {
        if (proposal.chaincode().equals(LedgerQueries.NAME)) {
            Response response = queries.answer(proposal.input().getArgsList());
            SimulationResult nothing = new SimulationResult(ByteString.EMPTY, List.of(), true);
            return CompletableFuture.completedFuture(
                    answer(proposal, new ChaincodeAnswer(response, ByteString.EMPTY), nothing, SYSTEM_VERSION));
        }
        Hosted hosted = chaincodes.get(proposal.chaincode());
        if (hosted == null) {
            return CompletableFuture.completedFuture(
                    new PeerAnswer.Failed("the peer runs no chaincode " + proposal.chaincode()));
        }
        Simulation simulation = new Simulation(proposal.transactionId(), hosted.definition(), ledger.snapshot());
        return hosted.server()
                .execute(proposal, simulation)
                .thenApply(answer -> answer(
                        proposal,
                        answer,
                        simulation.result(),
                        hosted.definition().version()))
                .exceptionally(failure -> new PeerAnswer.Failed("error in simulation: failed to execute transaction "
                        + proposal.transactionId() + ": " + reason(failure)))
                .whenComplete((answer, failure) -> simulation.close());
    }

    private static String reason(Throwable failure) {
        Throwable cause =
                failure instanceof CompletionException && failure.getCause() != null ? failure.getCause() : failure;
        return String.valueOf(cause.getMessage());
    }

    private PeerAnswer answer(Proposal proposal, ChaincodeAnswer answer, SimulationResult simulated, String version) {
        Response response = answer.response();
        if (response.getStatus() >= ERROR_THRESHOLD) {
            return new PeerAnswer.ChaincodeError(response.getStatus(), response.getMessage());
        }
        ByteString payload = ProposalResponsePayload.newBuilder()
                .setProposalHash(proposal.hash())
                .setExtension(ChaincodeAction.newBuilder()
                        .setResults(simulated.readWriteSet())
                        .setEvents(answer.event())
                        .setResponse(response)
                        .setChaincodeId(ChaincodeID.newBuilder()
                                .setName(proposal.chaincode())
                                .setVersion(version))
                        .build()
                        .toByteString())
                .build()
                .toByteString();
        Endorsement endorsement = Endorsement.newBuilder()
                .setEndorser(signer.identity())
                .setSignature(signer.sign(payload, signer.identity()))
                .build();
        return new PeerAnswer.Endorsed(
                response, payload, endorsement, simulated.keyPolicies(), simulated.chaincodePolicyNeeded());
    }
}
