package uz.muhr.client.fabric;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uz.muhr.protocol.customs.Draw;
import uz.muhr.protocol.customs.DrawId;
import uz.muhr.protocol.customs.DrawPage;
import uz.muhr.protocol.customs.DrawRequest;
import uz.muhr.protocol.customs.Holds;
import uz.muhr.protocol.customs.WriteOffs;
import uz.muhr.protocol.identifier.DocumentId;

/** What customs does with others' documents, as the ledger has it. Deadlines and failures are the {@link Ledger}'s. */
public final class CustomsLedger {
    private static final String CUSTOMS = "customs";

    private final Peers peers;

    CustomsLedger(Peers peers) {
        this.peers = peers;
    }

    /**
     * All that was ever written off one document.
     *
     * @param total absent when nothing was
     */
    public record Draws(Optional<WriteOffs> total, List<Draw> newestFirst) {
        public Draws {
            newestFirst = List.copyOf(newestFirst);
        }
    }

    /**
     * What was written off a document, all pages from one peer.
     *
     * @throws uz.muhr.protocol.refusal.Refusal UNKNOWN_DOCUMENT; CORRUPT_RECORD
     */
    public Answered<Draws> draws(DocumentId document) {
        return peers.first(Deadlines.READ, (peer, deadline) -> {
            List<Draw> all = new ArrayList<>();
            Optional<WriteOffs> total = Optional.empty();
            Optional<DrawId> from = Optional.empty();
            do {
                DrawPage page = Peers.understood(
                        DrawPage::parse,
                        peer.ask(
                                CUSTOMS,
                                deadline,
                                "draws",
                                document.hex(),
                                from.map(DrawId::hex).orElse("")));
                total = total.or(page::total);
                all.addAll(page.newestFirst());
                from = page.next();
            } while (from.isPresent());
            return new Draws(total, all);
        });
    }

    /**
     * Every time that customs held a document.
     *
     * @throws uz.muhr.protocol.refusal.Refusal UNKNOWN_DOCUMENT; CORRUPT_RECORD
     */
    public Answered<Holds> holds(DocumentId document) {
        return peers.read(CUSTOMS, Holds::parse, "holds", document.hex());
    }

    /** Has a write-off endorsed. Nothing is written until {@link Endorsed#commit}. */
    public Endorsed proposeDraw(DrawRequest request) {
        return peers.propose(CUSTOMS, "draw", request.write());
    }

    /** Has a write-off's reversal endorsed. Nothing is written until {@link Endorsed#commit}. */
    public Endorsed proposeReverse(DocumentId document, DrawId draw) {
        return peers.propose(CUSTOMS, "reverse", document.hex(), draw.hex());
    }

    /** Has a hold endorsed. Nothing is written until {@link Endorsed#commit}. */
    public Endorsed proposeHold(DocumentId document, long expected) {
        return peers.propose(CUSTOMS, "hold", document.hex(), Long.toString(expected));
    }

    /** Has a hold's release endorsed. Nothing is written until {@link Endorsed#commit}. */
    public Endorsed proposeRelease(DocumentId document, long expected) {
        return peers.propose(CUSTOMS, "release", document.hex(), Long.toString(expected));
    }
}
