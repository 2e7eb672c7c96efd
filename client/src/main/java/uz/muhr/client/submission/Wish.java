package uz.muhr.client.submission;

import java.util.List;
import java.util.Locale;
import uz.muhr.client.commitment.Receipt;
import uz.muhr.client.fabric.Endorsed;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.protocol.anchoring.AnchorItem;
import uz.muhr.protocol.anchoring.AnchorList;
import uz.muhr.protocol.anchoring.Reissue;
import uz.muhr.protocol.anchoring.Replacement;
import uz.muhr.protocol.customs.DrawId;
import uz.muhr.protocol.customs.DrawRequest;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.ProposalId;
import uz.muhr.protocol.proposal.Proposal;
import uz.muhr.protocol.record.Operation;
import uz.muhr.protocol.record.RevocationReason;

/**
 * A write that somebody wants on the ledger, with all it takes to propose it. Each creates something once or names the
 * version it expects, so that it can be proposed again whatever became of the first time.
 */
public sealed interface Wish
        permits Wish.NewContent,
                Wish.Change,
                Wish.Revoke,
                Wish.WriteOff,
                Wish.Reversal,
                Wish.Propose,
                Wish.Approve,
                SealWish {
    /** One word for what is done. */
    String kind();

    /** The id of the document, proposal or consignment that it is about: of wishes about the same one, each waits for those before. */
    String subject();

    /** Has it endorsed. Nothing is written until that is committed. */
    Endorsed propose(Ledger ledger);

    /** Brings a content onto the ledger, which verifies with its receipt. */
    sealed interface NewContent extends Wish {
        Receipt receipt();

        /** The same with another receipt. */
        NewContent with(Receipt other);

        @Override
        default String subject() {
            return receipt().documentId().hex();
        }
    }

    /** A new document; many of them share a transaction. */
    record Anchor(Receipt receipt) implements NewContent {
        @Override
        public String kind() {
            return "anchor";
        }

        @Override
        public Anchor with(Receipt other) {
            return new Anchor(other);
        }

        @Override
        public Endorsed propose(Ledger ledger) {
            return ledger.proposeAnchor(new AnchorList(List.of(item())));
        }

        AnchorItem item() {
            return new AnchorItem(
                    receipt.type(),
                    receipt.number().digest(),
                    receipt.commitment(),
                    receipt.validity(),
                    receipt.quantity());
        }
    }

    /**
     * A new number that takes a document's place and inherits what is left of its quantity.
     *
     * @param expected the version of the old record that was seen
     */
    record Replace(Receipt receipt, DocumentId replaced, long expected) implements NewContent {
        @Override
        public String kind() {
            return "replace";
        }

        @Override
        public Replace with(Receipt other) {
            return new Replace(other, replaced, expected);
        }

        @Override
        public Endorsed propose(Ledger ledger) {
            return ledger.proposeReplace(new Replacement(
                    replaced, expected, receipt.number().digest(), receipt.commitment(), receipt.validity()));
        }
    }

    /**
     * Another content under the same number (UNTDID 1225 code 18).
     *
     * @param expected the version of the record that was seen
     */
    record NewIssue(Receipt receipt, long expected) implements NewContent {
        @Override
        public String kind() {
            return "reissue";
        }

        @Override
        public NewIssue with(Receipt other) {
            return new NewIssue(other, expected);
        }

        @Override
        public Endorsed propose(Ledger ledger) {
            return ledger.proposeReissue(
                    new Reissue(receipt.documentId(), expected, receipt.commitment(), receipt.validity()));
        }
    }

    /**
     * A change that says no more than which version it was made for: suspend, reinstate and renew by the issuer, hold and
     * release by customs.
     *
     * @param expected the sequence of the record, or of the holds, that was seen
     */
    record Change(Operation operation, DocumentId document, long expected) implements Wish {
        @Override
        public String kind() {
            return operation.name().toLowerCase(Locale.ROOT);
        }

        @Override
        public String subject() {
            return document.hex();
        }

        @Override
        public Endorsed propose(Ledger ledger) {
            return switch (operation) {
                case SUSPEND, REINSTATE, RENEW -> ledger.proposeChange(operation, document, expected);
                case HOLD -> ledger.customs().proposeHold(document, expected);
                case RELEASE -> ledger.customs().proposeRelease(document, expected);
                case REVOKE, REPLACE, REISSUE, DRAW, REVERSE ->
                    throw new IllegalStateException(operation + " takes more than a version.");
            };
        }
    }

    /** Takes a document back for good. */
    record Revoke(DocumentId document, long expected, RevocationReason reason) implements Wish {
        @Override
        public String kind() {
            return "revoke";
        }

        @Override
        public String subject() {
            return document.hex();
        }

        @Override
        public Endorsed propose(Ledger ledger) {
            return ledger.proposeRevoke(document, expected, reason);
        }
    }

    /** Writes a quantity off a document, once for each line of a declaration. */
    record WriteOff(DrawRequest request) implements Wish {
        @Override
        public String kind() {
            return "draw";
        }

        @Override
        public String subject() {
            return request.document().hex();
        }

        @Override
        public Endorsed propose(Ledger ledger) {
            return ledger.customs().proposeDraw(request);
        }
    }

    /** Takes a write-off back, once. */
    record Reversal(DocumentId document, DrawId draw) implements Wish {
        @Override
        public String kind() {
            return "reverse";
        }

        @Override
        public String subject() {
            return document.hex();
        }

        @Override
        public Endorsed propose(Ledger ledger) {
            return ledger.customs().proposeReverse(document, draw);
        }
    }

    /** Proposes what the members decide together. */
    record Propose(Proposal proposal) implements Wish {
        @Override
        public String kind() {
            return "propose";
        }

        @Override
        public String subject() {
            return proposal.id().hex();
        }

        @Override
        public Endorsed propose(Ledger ledger) {
            return ledger.authority().propose(proposal);
        }
    }

    /** Approves a proposal, once for each organisation. */
    record Approve(ProposalId proposal) implements Wish {
        @Override
        public String kind() {
            return "approve";
        }

        @Override
        public String subject() {
            return proposal.hex();
        }

        @Override
        public Endorsed propose(Ledger ledger) {
            return ledger.authority().approve(proposal);
        }
    }
}
