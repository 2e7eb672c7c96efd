package uz.muhr.client.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.protocol.consignment.RegistryKeyHash;

/** {@code muhr seal register}: the organisation's registry key, which its carriers and registrars may put on the ledger. */
@Command(
        name = "register",
        description =
                "Makes the organisation's registry key for seals and puts its hash on the ledger, once and for good.",
        footer = {
            "",
            "A carrier's first seal does this by itself; for an organisation whose officers affix, a registrar does it before."
        })
final class SealRegisterCommand implements Callable<Integer> {
    @Mixin
    private final Participant participant = new Participant();

    @Mixin
    private final Speech speech = new Speech();

    @Mixin
    private final RegistryOption registry = new RegistryOption();

    @Override
    public Integer call() {
        try (Ledger ledger = participant.ledger()) {
            RegistryKeyHash hash = registry.registry(ledger).register(ledger).hash();
            speech.say(
                    Map.of(
                            "outcome",
                            "REGISTERED",
                            "organisation",
                            ledger.organisation().value(),
                            "key",
                            hash.hex()),
                    List.of("REGISTERED  " + ledger.organisation(), "  the hash of its registry key is " + hash));
            return Exit.VALID;
        }
    }
}
