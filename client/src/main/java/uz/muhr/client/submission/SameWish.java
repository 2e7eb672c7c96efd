package uz.muhr.client.submission;

import java.util.List;
import uz.muhr.protocol.seal.SealAct;
import uz.muhr.protocol.sealing.Observation;
import uz.muhr.protocol.sealing.ReplaceRequest;
import uz.muhr.protocol.sealing.SealRequest;

/** Whether two wishes ask for the same, whichever version each saw. */
final class SameWish {
    private SameWish() {}

    static boolean is(SealWish one, SealWish other) {
        if (one instanceof SealWish.Act act && other instanceof SealWish.Act again) {
            SealRequest request = again.request();
            return act.request()
                    .equals(new SealRequest(
                            request.name(), act.request().expected(), request.act(), request.circumstances()));
        }
        if (one instanceof SealWish.Exchange exchange && other instanceof SealWish.Exchange again) {
            ReplaceRequest request = again.request();
            return exchange.request()
                    .equals(new ReplaceRequest(
                            request.name(), exchange.request().expected(), request.by(), request.circumstances()));
        }
        if (one instanceof SealWish.Link link && other instanceof SealWish.Link again) {
            return link.linking().consignment().equals(again.linking().consignment())
                    && link.linking().linked().equals(again.linking().linked());
        }
        if (one instanceof SealWish.Observe report && other instanceof SealWish.Observe again) {
            return said(report).equals(said(again));
        }
        return one.equals(other);
    }

    /** A report's id names the version that was seen, so what two reports say is compared without. */
    private static List<Object> said(SealWish.Observe wish) {
        return wish.list().observations().stream().map(SameWish::said).toList();
    }

    private static Object said(Observation observation) {
        return observation.act() instanceof SealAct.Report report
                ? List.of(observation.name(), report.condition(), observation.circumstances())
                : observation;
    }
}
