package uz.muhr.client.register;

import java.time.Instant;
import uz.muhr.protocol.customs.Draw;
import uz.muhr.protocol.customs.Hold;
import uz.muhr.protocol.customs.Holds;
import uz.muhr.protocol.record.Change;

/** Something that customs did with a document, as it stood from then on. */
public sealed interface CustomsAct {
    /** As events name it. */
    String type();

    /** When, as its transaction claims. */
    Instant time();

    /** A write-off that was made, or taken back. */
    record WriteOff(Draw draw) implements CustomsAct {
        @Override
        public String type() {
            return draw.reversed().isPresent() ? "document.write-off-reversed" : "document.written-off";
        }

        @Override
        public Instant time() {
            return draw.reversed().orElse(draw.drawn()).time();
        }
    }

    /** A hold that began or ended. */
    record Holding(Holds holds) implements CustomsAct {
        @Override
        public String type() {
            return holds.isHeld() ? "document.held" : "document.released";
        }

        @Override
        public Instant time() {
            Hold last = holds.holds().get(holds.holds().size() - 1);
            Change change = last.released().orElse(last.held());
            return change.time();
        }
    }
}
