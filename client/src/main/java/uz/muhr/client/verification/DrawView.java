package uz.muhr.client.verification;

import org.jspecify.annotations.Nullable;
import uz.muhr.client.verification.RecordView.ChangeView;
import uz.muhr.protocol.customs.Draw;

/**
 * One write-off, for a person or another program.
 *
 * @param id by which it is reversed
 * @param declaration the hash of the declaration's reference
 * @param reversed who took it back; absent while it counts
 */
public record DrawView(
        String id,
        String declaration,
        long line,
        String amount,
        String unit,
        ChangeView drawn,
        @Nullable ChangeView reversed) {

    public static DrawView of(Draw draw) {
        return new DrawView(
                draw.id().hex(),
                draw.declaration().hex(),
                draw.line(),
                draw.quantity().amount().toString(),
                draw.quantity().unit().value(),
                ChangeView.of(draw.drawn()),
                draw.reversed().map(ChangeView::of).orElse(null));
    }
}
