package uz.muhr.client.submission;

import uz.muhr.client.consignment.ConsignmentText;
import uz.muhr.client.submission.SealWish.Act;
import uz.muhr.client.submission.SealWish.Affix;
import uz.muhr.client.submission.SealWish.Exchange;
import uz.muhr.client.submission.SealWish.Link;
import uz.muhr.client.submission.SealWish.Observe;
import uz.muhr.client.submission.SealWish.Open;
import uz.muhr.client.submission.SealWish.Register;
import uz.muhr.protocol.consignment.ConsignmentLinking;
import uz.muhr.protocol.consignment.RegistryKeyHash;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.sealing.AffixRequest;
import uz.muhr.protocol.sealing.ObservationList;
import uz.muhr.protocol.sealing.ReplaceRequest;
import uz.muhr.protocol.sealing.SealRequest;

/** What a wish about container seals asks of the ledger, in the ledger's own form; of a new consignment, its receipt. */
final class SealWishText {
    /** Under which it stands in the wish. */
    static final String MEMBER = "request";

    private SealWishText() {}

    static String write(SealWish wish) {
        if (wish instanceof Register register) {
            return register.key().hex();
        }
        if (wish instanceof Open open) {
            return ConsignmentText.write(open.receipt());
        }
        if (wish instanceof Link link) {
            return link.linking().write();
        }
        if (wish instanceof Affix affix) {
            return affix.request().write();
        }
        if (wish instanceof Act act) {
            return act.request().write();
        }
        return wish instanceof Exchange exchange
                ? exchange.request().write()
                : ((Observe) wish).list().write();
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT, also when it is of another kind than it says
     */
    static SealWish read(String kind, String request) {
        SealWish wish =
                switch (kind) {
                    case "register-seals" -> new Register(new RegistryKeyHash(request));
                    case "open-consignment" -> new Open(ConsignmentText.parse(request));
                    case "link" -> new Link(ConsignmentLinking.parse(request));
                    case "affix" -> new Affix(AffixRequest.parse(request));
                    case "replace-seal" -> new Exchange(ReplaceRequest.parse(request));
                    case "observe" -> new Observe(ObservationList.parse(request));
                    case "hand-over", "accept", "decline", "withdraw", "inspect", "break", "remove" ->
                        new Act(SealRequest.parse(request));
                    default -> throw Refusal.malformed("The wish is of a kind that this version does not know.");
                };
        if (!wish.kind().equals(kind)) {
            throw Refusal.malformed("The wish is of kind " + wish.kind() + "; it says that it is of " + kind + ".");
        }
        return wish;
    }
}
