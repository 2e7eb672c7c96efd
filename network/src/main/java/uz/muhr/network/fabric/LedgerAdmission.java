package uz.muhr.network.fabric;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.GatewayException;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.local.ChaincodeAnswer;
import uz.muhr.network.local.PeerGateway;
import uz.muhr.network.local.Registrar;
import uz.muhr.network.local.Retry;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Topology;
import uz.muhr.protocol.authority.Accreditation;
import uz.muhr.protocol.authority.MemberOrganisations;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.proposal.Proposal;
import uz.muhr.protocol.proposal.ProposalRecord;

/**
 * Makes an organisation a member on the ledger too, and gives it the authority that the topology names, by the registrars of more
 * than half of the members. Each would decide for itself; here one machine holds all their keys.
 */
final class LedgerAdmission {
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Accreditation ACCREDITATION = new Accreditation("network.yaml");

    private final Topology topology;
    private final NetworkHome home;
    private final Organisation newcomer;
    private final MspId mspId;
    private final List<Registrar> registrars;

    LedgerAdmission(Topology topology, NetworkHome home, Organisation newcomer) {
        this.topology = topology;
        this.home = home;
        this.newcomer = newcomer;
        this.mspId = new MspId(newcomer.mspId());
        this.registrars = topology.organisations().stream()
                .filter(organisation -> !organisation.equals(newcomer))
                .flatMap(organisation -> Registrar.of(home, organisation).stream())
                .toList();
    }

    /** Does nothing where it is done; an authority that was withdrawn since is not given again. */
    void complete() {
        int members = topology.organisations().size() - 1;
        if (registrars.size() <= members / 2) {
            throw new FabricException("Registrars of more than half of the " + members
                    + " members have to let " + newcomer.name() + " in, and only " + registrars.size()
                    + " members have one whose certificate stands.");
        }
        MemberOrganisations present = MemberOrganisations.parse(read("network", "members")
                .orElseThrow(() -> new FabricException("The network has no members yet; start it with scripts/network"
                        + " up --fabric and let " + newcomer.name() + " join then.")));
        if (!present.include(mspId)) {
            decide(new Proposal.Admit(mspId, present.sequence()));
        }
        Instant from = topology.authoritySince().atStartOfDay(ZoneOffset.UTC).toInstant();
        for (String type : newcomer.issues()) {
            if (read("authority", "read", newcomer.mspId(), type).isEmpty()) {
                decide(new Proposal.Grant(mspId, new TypeCode(type), from, Optional.empty(), ACCREDITATION, 0));
            }
        }
    }

    private Optional<String> read(String contract, String function, String... arguments) {
        return new Retry(DEADLINE).until("The ledger cannot be asked for " + contract + ":" + function, () -> {
            try (PeerGateway peer = registrars.get(0).open(topology, home)) {
                return Optional.of(new String(peer.contract(contract).evaluateTransaction(function, arguments), UTF_8));
            } catch (GatewayException e) {
                if (ChaincodeAnswer.of(e)
                        .filter(text -> text.startsWith("NOT_"))
                        .isPresent()) {
                    return Optional.empty();
                }
                throw e;
            }
        });
    }

    /** Asks the registrars one after another until it has taken effect. */
    private void decide(Proposal proposal) {
        boolean effective = false;
        for (int next = 0; !effective && next < registrars.size(); next++) {
            Registrar registrar = registrars.get(next);
            effective = new Retry(DEADLINE)
                    .until(
                            "The registrar of " + registrar.organisation().name() + " could not approve "
                                    + proposal.write(),
                            () -> isDecidedBy(registrar, proposal));
        }
        if (!effective) {
            throw new FabricException("All registrars approved " + proposal.write() + ", and it has not taken effect.");
        }
    }

    /** Whether it has taken effect with this registrar's word. */
    private boolean isDecidedBy(Registrar registrar, Proposal proposal) throws CommitException {
        try (PeerGateway peer = registrar.open(topology, home)) {
            var authority = peer.contract("authority");
            String id = proposal.id().toString();
            try {
                return isEffective(authority.submitTransaction("approve", id));
            } catch (GatewayException e) {
                String answer = ChaincodeAnswer.of(e).orElse("");
                if (answer.startsWith("ALREADY_APPROVED") || answer.startsWith("PROPOSAL_CLOSED")) {
                    return isEffective(authority.evaluateTransaction("proposal", id));
                }
                if (answer.startsWith("UNKNOWN_PROPOSAL")) {
                    return isEffective(authority.submitTransaction("propose", proposal.write()));
                }
                throw e;
            }
        } catch (GatewayException e) {
            // Also what a peer says that has not heard of the last decision yet: the next attempt finds it.
            throw new FabricException(ChaincodeAnswer.of(e).orElse(e.toString()), e);
        }
    }

    private static boolean isEffective(byte[] record) {
        return ProposalRecord.parse(new String(record, UTF_8)).effective();
    }
}
