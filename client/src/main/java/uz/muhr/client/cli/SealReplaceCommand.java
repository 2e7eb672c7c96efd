package uz.muhr.client.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uz.muhr.client.consignment.KnownSeal;

/** {@code muhr seal replace}. */
@Command(name = "replace", description = "Puts another seal on the same container in a seal's place.")
final class SealReplaceCommand implements Callable<Integer> {
    @Mixin
    private final SealActing acting = new SealActing();

    @Option(names = "--with", required = true, paramLabel = "NUMBER", description = "the new seal's number")
    private String with = "";

    @Mixin
    private final NewSealOptions description = new NewSealOptions();

    @Mixin
    private final RegistryOption registry = new RegistryOption();

    @Override
    public Integer call() {
        return acting.with("REPLACED", (undertakings, ledger) -> {
            KnownSeal old = acting.choice().seal(ledger);
            return undertakings.replace(
                    registry.registry(ledger), old, description.seal(old.container(), with), acting.occasion());
        });
    }
}
