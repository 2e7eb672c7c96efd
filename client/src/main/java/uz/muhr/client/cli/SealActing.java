package uz.muhr.client.cli;

import picocli.CommandLine.Mixin;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.voyage.Undertakings;
import uz.muhr.protocol.seal.SealAct;

/** What all commands have alike that do something to one seal. */
final class SealActing {
    @Mixin
    private final Participant participant = new Participant();

    @Mixin
    private final Speech speech = new Speech();

    @Mixin
    private final SealChoice choice = new SealChoice();

    @Mixin
    private final OccasionOptions occasion = new OccasionOptions();

    /** @param word what it is called when it is done */
    int act(String word, SealAct act) {
        return with(
                word,
                (undertakings, ledger) -> undertakings.act(choice.seal(ledger), act, occasion.occasion(speech.err())));
    }

    /** What is undertaken. */
    @FunctionalInterface
    interface Undertaking {
        Undertakings.Outcome done(Undertakings undertakings, Ledger ledger);
    }

    int with(String word, Undertaking undertaking) {
        try (Ledger ledger = participant.ledger();
                Undertakings undertakings = new Undertakings(ledger, choice.file())) {
            VoyageLines.say(speech, word, choice.file(), undertaking.done(undertakings, ledger));
            return Exit.VALID;
        }
    }

    SealChoice choice() {
        return choice;
    }

    uz.muhr.client.voyage.Occasion occasion() {
        return occasion.occasion(speech.err());
    }
}
