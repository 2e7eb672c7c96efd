package uz.muhr.client.verification;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.fabric.CustomsLedger.Draws;
import uz.muhr.protocol.customs.Holds;

/**
 * What customs did with one document, for a person or another program.
 *
 * @param drawn all that counts as written off; absent when nothing ever was
 * @param writeOffs newest first
 */
public record CustomsView(@Nullable String drawn, List<DrawView> writeOffs, HoldsView holds) {
    public static CustomsView of(Draws draws, Holds holds) {
        return new CustomsView(
                draws.total().map(total -> total.drawn().toString()).orElse(null),
                draws.newestFirst().stream().map(DrawView::of).toList(),
                HoldsView.of(holds));
    }
}
