package uz.muhr.proof.verification;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import uz.muhr.proof.bundle.NetworkTrust;
import uz.muhr.proof.check.Check;
import uz.muhr.proof.check.Checks;
import uz.muhr.proof.identity.Member;
import uz.muhr.proof.transaction.EndorsedTransaction;
import uz.muhr.proof.transaction.Majority;
import uz.muhr.proof.transaction.Place;
import uz.muhr.proof.transaction.Vouchers;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.json.LedgerTime;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.RecordText;

/**
 * Ties what the organisations answered to what was ordered: every version of the document was made by a transaction that
 * the issuer itself signed, and stands committed where that transaction stands.
 */
final class VersionProof {
    private final NetworkTrust trust;
    private final OrderedTransactions transactions;
    private final OrganisationsAnswer answer;
    private final Checks checks;

    VersionProof(NetworkTrust trust, OrderedTransactions transactions, OrganisationsAnswer answer, Checks checks) {
        this.trust = trust;
        this.transactions = transactions;
        this.answer = answer;
        this.checks = checks;
    }

    /** All versions, newest first. */
    List<ProvenVersion> versions() {
        List<ProvenVersion> versions = new ArrayList<>();
        for (DocumentRecord version : answer.evidence().versions().newestFirst()) {
            versions.add(prove(version));
        }
        for (ProvenVersion version : versions) {
            requireCommitted(version, versions.get(0));
        }
        return versions;
    }

    private ProvenVersion prove(DocumentRecord version) {
        Ordered ordered = transactions.require(version.changed().transaction().hex(), checks);
        EndorsedTransaction transaction = read(ordered);
        SortedSet<MspId> endorsers = requireIssuers(transaction, ordered, version);
        checks.require(
                Check.VERSION_TIME,
                Vouchers.peersOf(endorsers),
                LedgerTime.write(transaction.time())
                        .equals(LedgerTime.write(version.changed().time())),
                () -> "Version " + version.sequence() + " says it was made at "
                        + version.changed().time() + "; its transaction is of " + transaction.time() + ".");
        checks.require(
                Check.VERSION_WRITTEN,
                Vouchers.peersOf(endorsers),
                transaction.state().written(currentKey()).equals(Optional.of(text(version))),
                () -> "Transaction " + transaction.id() + " has to have written version " + version.sequence()
                        + " of the document; it wrote something else.");
        return new ProvenVersion(version, ordered.place(), endorsers);
    }

    private EndorsedTransaction read(Ordered ordered) {
        return EndorsedTransaction.read(ordered.payload(), trust.chaincode(), checks);
    }

    private SortedSet<MspId> requireIssuers(EndorsedTransaction transaction, Ordered ordered, DocumentRecord version) {
        Member creator = transaction.requireSigned(ordered.signature(), ordered.configuration(), checks);
        checks.require(
                Check.ISSUER_IS_CREATOR,
                "a client of " + version.issuer(),
                creator.organisation().equals(version.issuer())
                        && creator.organisation().equals(version.changed().by().msp())
                        && creator.certificate().equals(version.changed().by().certificate()),
                () -> "The issuer has to have proposed version " + version.sequence()
                        + " with the certificate it names; " + creator.organisation()
                        + " proposed it, or another certificate.");
        SortedSet<MspId> endorsers =
                transaction.requireEndorsed(Majority.of(trust.organisations()), ordered.configuration(), checks);
        checks.require(
                Check.ISSUER_ENDORSED,
                "a peer of " + version.issuer(),
                endorsers.contains(version.issuer()),
                () -> "The peer of " + version.issuer() + " has to have endorsed version " + version.sequence()
                        + "; those of " + endorsers + " did.");
        return endorsers;
    }

    /**
     * The version at which the organisations read a key is the place of the transaction that wrote it: another one that
     * merely stands in a signed block, and lost, is found out by that. An earlier version was written anew, under a key of
     * its own, by the transaction that made the next.
     */
    private void requireCommitted(ProvenVersion version, ProvenVersion newest) {
        long sequence = version.record().sequence();
        Optional<Place> read = sequence == newest.record().sequence()
                ? answer.state().readAt(currentKey()).map(place -> lastWritten(place, version))
                : Optional.of(version.place());
        Optional<Place> copied =
                sequence == 1 ? Optional.of(version.place()) : answer.state().readAt(earlierKey(sequence - 1));
        checks.require(
                Check.VERSION_COMMITTED,
                Vouchers.peersOf(answer.vouchers()),
                read.equals(Optional.of(version.place()))
                        && copied.equals(Optional.of(version.place()))
                        && version.place().compareTo(newest.place()) <= 0,
                () -> "The organisations did not read version " + sequence + " where transaction "
                        + version.place().index() + " of block "
                        + version.place().block() + " wrote it.");
    }

    /** Where the value was written: a renewal of the key's policy gives it a later version and leaves it as it is. */
    private Place lastWritten(Place read, ProvenVersion version) {
        if (read.compareTo(version.place()) <= 0) {
            return read;
        }
        Ordered ordered = transactions.require(read);
        EndorsedTransaction renewal = read(ordered);
        requireRenewal(renewal, ordered, version.record());
        return renewal.state().renewedPolicy(currentKey()) ? version.place() : read;
    }

    private void requireRenewal(EndorsedTransaction renewal, Ordered ordered, DocumentRecord version) {
        renewal.requireSigned(ordered.signature(), ordered.configuration(), checks);
        renewal.requireEndorsed(Majority.of(trust.organisations()), ordered.configuration(), checks);
        checks.require(
                Check.VERSION_COMMITTED,
                !renewal.time().isBefore(version.changed().time()),
                () -> "The policy of version " + version.sequence() + " was renewed before the version was made.");
    }

    private String currentKey() {
        return StateKey.current(answer.document());
    }

    private String earlierKey(long sequence) {
        return StateKey.earlier(answer.document(), sequence);
    }

    private static ByteString text(DocumentRecord version) {
        return ByteString.copyFromUtf8(RecordText.write(version));
    }
}
