package uz.muhr.client.submission;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import uz.muhr.client.commitment.Binding;
import uz.muhr.client.commitment.Receipt;
import uz.muhr.client.commitment.ReceiptText;
import uz.muhr.client.submission.Wish.Anchor;
import uz.muhr.client.submission.Wish.Approve;
import uz.muhr.client.submission.Wish.Change;
import uz.muhr.client.submission.Wish.NewContent;
import uz.muhr.client.submission.Wish.NewIssue;
import uz.muhr.client.submission.Wish.Propose;
import uz.muhr.client.submission.Wish.Replace;
import uz.muhr.client.submission.Wish.Reversal;
import uz.muhr.client.submission.Wish.Revoke;
import uz.muhr.client.submission.Wish.WriteOff;
import uz.muhr.protocol.commitment.FieldsRoot;
import uz.muhr.protocol.commitment.Salt;
import uz.muhr.protocol.consignment.ConsignmentSecret;
import uz.muhr.protocol.customs.DrawId;
import uz.muhr.protocol.customs.DrawRequest;
import uz.muhr.protocol.hash.DomainHash;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.ProposalId;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.proposal.Proposal;
import uz.muhr.protocol.record.Operation;
import uz.muhr.protocol.record.RevocationReason;
import uz.muhr.protocol.refusal.Refusal;

/** A wish as the journal keeps it: canonical JSON of format 1. */
public final class WishText {
    private static final int FORMAT = 1;
    private static final Salt ANY_SALT = new Salt("0".repeat(64));
    private static final ConsignmentSecret ANY_SECRET = new ConsignmentSecret("0".repeat(64));

    private WishText() {}

    public static String write(Wish wish) {
        JsonObject json = new JsonObject();
        json.addProperty("format", FORMAT);
        json.addProperty("kind", wish.kind());
        if (wish instanceof NewContent content) {
            json.addProperty("receipt", ReceiptText.write(content.receipt()));
        }
        if (wish instanceof Replace replace) {
            json.addProperty("document", replace.replaced().hex());
            json.addProperty("sequence", replace.expected());
        } else if (wish instanceof NewIssue issue) {
            json.addProperty("sequence", issue.expected());
        } else if (wish instanceof Change change) {
            json.addProperty("document", change.document().hex());
            json.addProperty("sequence", change.expected());
        } else if (wish instanceof Revoke revoke) {
            json.addProperty("document", revoke.document().hex());
            json.addProperty("sequence", revoke.expected());
            json.addProperty("reason", revoke.reason().text());
        } else if (wish instanceof WriteOff writeOff) {
            json.addProperty("draw", writeOff.request().write());
        } else if (wish instanceof Reversal reversal) {
            json.addProperty("document", reversal.document().hex());
            json.addProperty("draw", reversal.draw().hex());
        } else if (wish instanceof Propose propose) {
            json.addProperty("proposal", propose.proposal().write());
        } else if (wish instanceof Approve approve) {
            json.addProperty("proposal", approve.proposal().hex());
        } else if (wish instanceof SealWish seal) {
            json.addProperty(SealWishText.MEMBER, SealWishText.write(seal));
        }
        return CanonicalJson.write(json);
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public static Wish parse(String text) {
        Members members = StrictJson.canonicalObject("The wish", text);
        members.format(FORMAT);
        Wish wish = read(members.text("kind"), members);
        members.end();
        return wish;
    }

    private static Wish read(String kind, Members members) {
        return switch (kind) {
            case "anchor" -> new Anchor(receipt(members));
            case "replace" -> new Replace(receipt(members), document(members), members.integer("sequence"));
            case "reissue" -> new NewIssue(receipt(members), members.integer("sequence"));
            case "suspend", "reinstate", "renew", "hold", "release" ->
                new Change(
                        Operation.valueOf(kind.toUpperCase(Locale.ROOT)),
                        document(members),
                        members.integer("sequence"));
            case "revoke" ->
                new Revoke(
                        document(members),
                        members.integer("sequence"),
                        members.text("reason", RevocationReason::parse));
            case "draw" -> new WriteOff(members.text("draw", DrawRequest::parse));
            case "reverse" -> new Reversal(document(members), members.text("draw", DrawId::new));
            case "propose" -> new Propose(members.text("proposal", Proposal::parse));
            case "approve" -> new Approve(members.text("proposal", ProposalId::new));
            default -> SealWishText.read(kind, members.text(SealWishText.MEMBER));
        };
    }

    /**
     * What tells a wish from others: SHA-256 of all that was asked for. Salts and secrets were not: they were drawn here, so
     * the same wish made twice has the same digest.
     */
    public static String digest(Wish wish) {
        Wish asked = wish;
        if (wish instanceof NewContent content) {
            asked = content.with(unsalted(content.receipt()));
        } else if (wish instanceof SealWish.Open open) {
            asked = new SealWish.Open(open.receipt().under(ANY_SECRET));
        }
        return DomainHash.of("muhr/wish/1", write(asked).getBytes(StandardCharsets.UTF_8));
    }

    private static Receipt unsalted(Receipt receipt) {
        return new Receipt(
                receipt.issuer(),
                receipt.type(),
                receipt.number(),
                receipt.validity(),
                receipt.quantity(),
                receipt.fingerprint(),
                undrawn(receipt.binding()),
                receipt.place());
    }

    private static Binding undrawn(Binding binding) {
        if (binding instanceof Binding.Salted) {
            return new Binding.Salted(ANY_SALT);
        }
        return binding instanceof Binding.Fields fields
                ? new Binding.Fields(ANY_SALT, new FieldsRoot(fields.root().count(), ANY_SALT.hex()))
                : binding;
    }

    private static Receipt receipt(Members members) {
        return members.text("receipt", ReceiptText::parse);
    }

    private static DocumentId document(Members members) {
        return members.text("document", DocumentId::new);
    }
}
