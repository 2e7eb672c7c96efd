package uz.muhr.client.web.api;

import uz.muhr.client.authority.ProposalView;
import uz.muhr.client.submission.Wish;
import uz.muhr.client.verification.DrawView;
import uz.muhr.client.verification.HoldsView;
import uz.muhr.client.verification.RecordView;
import uz.muhr.protocol.customs.Draw;
import uz.muhr.protocol.customs.Holds;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.proposal.ProposalRecord;
import uz.muhr.protocol.record.Operation;
import uz.muhr.protocol.record.RecordText;

/** What a change that is on the ledger shows: the same to whoever waited for it and to whoever asks what became of it. */
final class ChangeResult {
    private ChangeResult() {}

    /** @param answer what the contract answered */
    static Object of(Wish wish, String answer) {
        if (wish instanceof Wish.WriteOff || wish instanceof Wish.Reversal) {
            return DrawView.of(Draw.parse(answer));
        }
        if (wish instanceof Wish.Propose || wish instanceof Wish.Approve) {
            return ProposalView.of(ProposalRecord.parse(answer));
        }
        if (wish instanceof Wish.Change change
                && (change.operation() == Operation.HOLD || change.operation() == Operation.RELEASE)) {
            return HoldsView.of(Holds.parse(answer));
        }
        return RecordView.of(new DocumentId(wish.subject()), RecordText.parse(answer));
    }
}
