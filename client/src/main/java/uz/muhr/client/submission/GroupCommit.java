package uz.muhr.client.submission;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import uz.muhr.client.commitment.Place;
import uz.muhr.client.fabric.ConflictException;
import uz.muhr.client.fabric.Endorsed;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.fabric.LedgerUnavailableException;
import uz.muhr.client.fabric.OutcomeUnknownException;
import uz.muhr.client.fabric.TooLargeException;
import uz.muhr.client.submission.Attempted.Done;
import uz.muhr.client.submission.Attempted.NotSent;
import uz.muhr.client.submission.Attempted.Overtaken;
import uz.muhr.client.submission.Attempted.Refused;
import uz.muhr.client.submission.Attempted.Unknown;
import uz.muhr.client.submission.Wish.Anchor;
import uz.muhr.protocol.anchoring.AnchorList;
import uz.muhr.protocol.anchoring.AnchorOutcome;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * Anchors documents many to a transaction. They share its fate: a list that is overtaken, too large or refused as a whole is
 * halved and attempted again, until the document at fault stands alone.
 */
public final class GroupCommit {
    private final Ledger ledger;
    private final Transactions transactions;
    private final Stages stages;
    private final Told told;

    /** Whoever keeps the documents' receipts. */
    public interface Told {
        /** They are about to be sent in this transaction; called before. */
        void sending(List<DocumentId> documents, TransactionId transaction);

        /** The transaction is known to be invalid, so it says nothing any more. */
        void invalid(List<DocumentId> documents, TransactionId transaction);

        /** What one attempt came to, for each document of a list or of a part of it. */
        void ended(Map<DocumentId, Attempted> documents);
    }

    public GroupCommit(Ledger ledger, Stages stages, Told told) {
        this.ledger = ledger;
        this.transactions = new Transactions(stages);
        this.stages = stages;
        this.told = told;
    }

    /**
     * Attempts a list; every document's end is told once.
     *
     * @param anchors 1 to {@link AnchorList#MOST}, each of another document
     */
    public void attempt(List<Anchor> anchors) {
        Endorsed endorsed;
        try {
            AnchorList list = new AnchorList(anchors.stream().map(Anchor::item).toList());
            endorsed = transactions.endorse(() -> ledger.proposeAnchor(list));
        } catch (TooLargeException e) {
            halved(anchors, refused(Refusal.malformed(String.valueOf(e.getMessage()))));
            return;
        } catch (Refusal e) {
            // Who may not anchor, may not anchor less; other refusals of a whole list come of one item.
            if (e.code() == ErrorCode.NOT_AUTHORISED) {
                tell(anchors, refused(e));
            } else {
                halved(anchors, refused(e));
            }
            return;
        } catch (LedgerUnavailableException e) {
            tell(anchors, new NotSent(e.sentence()));
            return;
        }
        List<Anchor> taken = taken(anchors, AnchorOutcome.parse(endorsed.answer()));
        if (!taken.isEmpty()) {
            commit(endorsed, taken);
        }
    }

    /** The documents that the contract takes; the ends of the others are told. */
    private List<Anchor> taken(List<Anchor> anchors, List<AnchorOutcome> answers) {
        List<Anchor> taken = new ArrayList<>();
        Map<DocumentId, Attempted> ends = new LinkedHashMap<>();
        Map<TransactionId, Long> blocks = new HashMap<>();
        for (int i = 0; i < anchors.size(); i++) {
            Anchor anchor = anchors.get(i);
            if (answers.get(i) instanceof AnchorOutcome.Refused no) {
                // It may exist because an earlier attempt of this very receipt came through.
                boolean exists = no.refusal().code() == ErrorCode.DOCUMENT_EXISTS;
                ends.put(id(anchor), exists ? onTheLedger(anchor, blocks) : refused(no.refusal()));
            } else {
                taken.add(anchor);
            }
        }
        if (!ends.isEmpty()) {
            told.ended(ends);
        }
        return taken;
    }

    private void commit(Endorsed endorsed, List<Anchor> taken) {
        List<DocumentId> documents = taken.stream().map(GroupCommit::id).toList();
        told.sending(documents, endorsed.id());
        stages.group(taken.size());
        try {
            tell(taken, new Done(new Place(endorsed.id(), transactions.commit(endorsed)), "", false));
        } catch (ConflictException e) {
            stages.overtaken();
            told.invalid(documents, endorsed.id());
            halved(taken, new Overtaken());
        } catch (TooLargeException e) {
            told.invalid(documents, endorsed.id());
            halved(taken, refused(Refusal.malformed(String.valueOf(e.getMessage()))));
        } catch (LedgerUnavailableException e) {
            told.invalid(documents, endorsed.id());
            halved(taken, new NotSent(e.sentence()));
        } catch (OutcomeUnknownException e) {
            found(taken, e.sentence());
        }
    }

    private void halved(List<Anchor> anchors, Attempted whenAlone) {
        if (anchors.size() == 1) {
            tell(anchors, whenAlone);
            return;
        }
        int half = anchors.size() / 2;
        attempt(anchors.subList(0, half));
        attempt(anchors.subList(half, anchors.size()));
    }

    /** Of a transaction of which nobody said what became: its documents are all there or none is. */
    private void found(List<Anchor> sent, String otherwise) {
        Map<TransactionId, Long> blocks = new HashMap<>();
        Attempted first = onTheLedger(sent.get(0), blocks);
        if (first instanceof Unknown) {
            tell(sent, new Unknown(otherwise));
            return;
        }
        Map<DocumentId, Attempted> ends = new LinkedHashMap<>();
        sent.forEach(anchor -> ends.put(id(anchor), onTheLedger(anchor, blocks)));
        told.ended(ends);
    }

    /**
     * What the ledger says of a document that may have been anchored under this receipt, or by somebody else. That a peer
     * shows none proves nothing: it may be behind.
     */
    private Attempted onTheLedger(Anchor anchor, Map<TransactionId, Long> blocks) {
        try {
            DocumentRecord record = ledger.read(id(anchor)).value();
            Commitment ours = anchor.receipt().commitment();
            if (record.sequence() > 1 && !record.commitment().equals(ours)) {
                List<DocumentRecord> versions =
                        ledger.history(id(anchor)).value().versions().newestFirst();
                record = versions.get(versions.size() - 1);
            }
            if (!record.commitment().equals(ours)) {
                return taken(anchor);
            }
            TransactionId transaction = record.anchored().transaction();
            long block = blocks.computeIfAbsent(transaction, ledger::blockOf);
            return new Done(new Place(transaction, block), "", true);
        } catch (LedgerUnavailableException e) {
            return new Unknown(e.sentence());
        } catch (Refusal e) {
            return new Unknown(
                    e.code() == ErrorCode.UNKNOWN_DOCUMENT
                            ? "The peer that was asked does not show the document yet."
                            : e.sentence());
        }
    }

    private static Refused taken(Anchor anchor) {
        return new Refused(
                new Refusal(
                        ErrorCode.DOCUMENT_EXISTS,
                        anchor.receipt().issuer() + " has already anchored another "
                                + anchor.receipt().type().title() + " under number "
                                + anchor.receipt().number() + ", or this one with another receipt."),
                true);
    }

    private void tell(List<Anchor> anchors, Attempted end) {
        Map<DocumentId, Attempted> ends = new LinkedHashMap<>();
        anchors.forEach(anchor -> ends.put(id(anchor), end));
        told.ended(ends);
    }

    private static Refused refused(Refusal refusal) {
        return new Refused(refusal, false);
    }

    private static DocumentId id(Anchor anchor) {
        return anchor.receipt().documentId();
    }

    /** Tells of lists to a single listener, for whoever keeps no book of what is sent. */
    static Told only(Consumer<Map<DocumentId, Attempted>> ended) {
        return new Told() {
            @Override
            public void sending(List<DocumentId> documents, TransactionId transaction) {}

            @Override
            public void invalid(List<DocumentId> documents, TransactionId transaction) {}

            @Override
            public void ended(Map<DocumentId, Attempted> documents) {
                ended.accept(documents);
            }
        };
    }
}
