package uz.muhr.client.register;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uz.muhr.client.fabric.StateWrite;
import uz.muhr.protocol.customs.DeclarationCommitment;
import uz.muhr.protocol.customs.Draw;
import uz.muhr.protocol.customs.Hold;
import uz.muhr.protocol.customs.Holds;
import uz.muhr.protocol.customs.WriteOffs;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.quantity.Amount;
import uz.muhr.protocol.quantity.Quantity;
import uz.muhr.protocol.quantity.UnitCode;
import uz.muhr.protocol.record.Change;

/** What customs writes about one document, as the chaincode would. */
record SampleCustoms(DocumentId document) {
    private static final DeclarationCommitment DECLARATION =
            DeclarationCommitment.of(DocumentNumber.parse("26001/010126/1"));

    static Draw draw(String tonnes, long line, Instant time) {
        return new Draw(
                DECLARATION,
                line,
                new Quantity(Amount.parse(tonnes), new UnitCode("TNE")),
                change("draw " + line, time),
                Optional.empty(),
                Optional.empty());
    }

    static Draw reversed(Draw draw, Instant time) {
        return new Draw(
                draw.declaration(),
                draw.line(),
                draw.quantity(),
                draw.drawn(),
                draw.previous(),
                Optional.of(change("reverse", time)));
    }

    static Holds held(Instant time) {
        return new Holds(List.of(new Hold(change("hold", time), Optional.empty())));
    }

    static Holds released(Holds holds, Instant time) {
        return new Holds(List.of(new Hold(holds.holds().get(0).held(), Optional.of(change("release", time)))));
    }

    /** In the order of their keys, the total comes first. */
    StateWrite[] writes(Draw draw, String total, Instant time) {
        WriteOffs all = new WriteOffs(Amount.parse(total), 1, draw.id(), Optional.empty(), change("total", time));
        return new StateWrite[] {
            new StateWrite(0, "W", List.of(document.hex()), all.write()),
            new StateWrite(0, "W", List.of(document.hex(), draw.id().hex()), draw.write())
        };
    }

    StateWrite write(Holds holds) {
        return new StateWrite(0, "H", List.of(document.hex()), holds.write());
    }

    private static Change change(String what, Instant time) {
        return SampleDocument.change(new MspId("CustomsMSP"), what, time);
    }
}
