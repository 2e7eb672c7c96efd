package uz.muhr.client.verification;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.verification.RecordView.ChangeView;
import uz.muhr.protocol.customs.Holds;

/**
 * Every time that customs held a document, for a person or another program.
 *
 * @param sequence how many changes there were, which the next one has to name; 0 when it was never held
 * @param holds in order; only the last may still last
 */
public record HoldsView(long sequence, boolean held, List<HoldView> holds) {

    /**
     * One time.
     *
     * @param released who let it go; absent while it lasts
     */
    public record HoldView(ChangeView held, @Nullable ChangeView released) {}

    public static HoldsView of(Holds holds) {
        return new HoldsView(
                holds.sequence(),
                holds.isHeld(),
                holds.holds().stream()
                        .map(hold -> new HoldView(
                                ChangeView.of(hold.held()),
                                hold.released().map(ChangeView::of).orElse(null)))
                        .toList());
    }
}
