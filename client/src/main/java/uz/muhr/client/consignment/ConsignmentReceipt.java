package uz.muhr.client.consignment;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import uz.muhr.client.commitment.Place;
import uz.muhr.protocol.consignment.ConsignedDocument;
import uz.muhr.protocol.consignment.ConsignmentId;
import uz.muhr.protocol.consignment.ConsignmentOpening;
import uz.muhr.protocol.consignment.ConsignmentSecret;
import uz.muhr.protocol.consignment.ContainerCommitment;
import uz.muhr.protocol.consignment.Linked;
import uz.muhr.protocol.consignment.PlaceCommitment;
import uz.muhr.protocol.consignment.SealReference;
import uz.muhr.protocol.freight.ContainerNumber;
import uz.muhr.protocol.freight.SealManufacturer;
import uz.muhr.protocol.freight.SealNumber;
import uz.muhr.protocol.freight.Ucr;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.seal.SealName;

/**
 * What travels with a consignment: the secret under which all of it is committed, and what the commitments stand for. Each
 * party has a copy and adds to its own what it does; of what others did since, it knows the commitments until it takes up
 * their copy.
 *
 * @param opener the organisation that opened it
 * @param places where something was done, by UN/LOCODE
 * @param opened where it was opened; absent while that is pending
 */
public record ConsignmentReceipt(
        MspId opener,
        ConsignmentSecret secret,
        Optional<Ucr> ucr,
        List<ContainerNumber> containers,
        List<LinkedDocument> documents,
        List<KnownSeal> seals,
        List<uz.muhr.protocol.freight.Place> places,
        Optional<Place> opened) {
    /** Of each thing. */
    public static final int MOST = 500;

    /** Refuses what repeats itself or has no end. */
    public ConsignmentReceipt {
        containers = distinct("containers", containers);
        documents = distinct("documents", documents);
        seals = distinct("seals", seals);
        places = distinct("places", places);
    }

    /** A new secret of 32 bytes. */
    public static ConsignmentSecret newSecret(SecureRandom random) {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return new ConsignmentSecret(HexFormat.of().formatHex(bytes));
    }

    public ConsignmentId id() {
        return secret.id();
    }

    /** What is asked of the ledger to open it. */
    public ConsignmentOpening opening() {
        return new ConsignmentOpening(id(), ucr.map(secret::ucr), linked(containers, documents));
    }

    /** What stands on the ledger for containers and documents of it. */
    public Linked linked(List<ContainerNumber> some, List<LinkedDocument> papers) {
        return Linked.of(
                some.stream().map(secret::container), papers.stream().map(document -> secret.document(document.id())));
    }

    /** The same under another secret, which makes it another consignment. */
    public ConsignmentReceipt under(ConsignmentSecret another) {
        return new ConsignmentReceipt(opener, another, ucr, containers, documents, seals, places, opened);
    }

    public ConsignmentReceipt openedAt(Place where) {
        return new ConsignmentReceipt(opener, secret, ucr, containers, documents, seals, places, Optional.of(where));
    }

    /** With containers and documents that were linked to it later. */
    public ConsignmentReceipt with(List<ContainerNumber> moreContainers, List<LinkedDocument> moreDocuments) {
        return new ConsignmentReceipt(
                opener,
                secret,
                ucr,
                union(containers, moreContainers),
                union(documents, moreDocuments),
                seals,
                places,
                opened);
    }

    /** With a seal; of one that it knows already the newer description stands. */
    public ConsignmentReceipt with(KnownSeal seal) {
        List<KnownSeal> all = new ArrayList<>(seals);
        all.removeIf(known -> reference(known).equals(reference(seal)));
        all.add(seal);
        return new ConsignmentReceipt(opener, secret, ucr, containers, documents, all, places, opened);
    }

    /** With a place where something was done. */
    public ConsignmentReceipt with(uz.muhr.protocol.freight.Place place) {
        return new ConsignmentReceipt(
                opener, secret, ucr, containers, documents, seals, union(places, List.of(place)), opened);
    }

    /**
     * With all that another copy of it knows.
     *
     * @throws Refusal MALFORMED_ARGUMENT when it is the receipt of another consignment
     */
    public ConsignmentReceipt with(ConsignmentReceipt other) {
        if (!other.secret.equals(secret) || !other.opener.equals(opener)) {
            throw Refusal.malformed(
                    "The two receipts are of different consignments: " + id() + " and " + other.id() + ".");
        }
        ConsignmentReceipt both = with(other.containers, other.documents);
        for (KnownSeal seal : other.seals) {
            if (both.seal(reference(seal)).isEmpty()) {
                both = both.with(seal);
            }
        }
        for (uz.muhr.protocol.freight.Place place : other.places) {
            both = both.with(place);
        }
        return both.opened.isPresent() || other.opened.isEmpty() ? both : both.openedAt(other.opened.get());
    }

    /** The seal that stands behind a commitment; empty when this copy does not know it. */
    public Optional<KnownSeal> seal(SealReference reference) {
        return seals.stream().filter(seal -> reference(seal).equals(reference)).findFirst();
    }

    /** The container that stands behind a commitment. */
    public Optional<ContainerNumber> container(ContainerCommitment commitment) {
        return containers.stream()
                .filter(number -> secret.container(number).equals(commitment))
                .findFirst();
    }

    /** The document that stands behind a commitment. */
    public Optional<LinkedDocument> document(ConsignedDocument commitment) {
        return documents.stream()
                .filter(document -> secret.document(document.id()).equals(commitment))
                .findFirst();
    }

    /** The place that stands behind a commitment. */
    public Optional<uz.muhr.protocol.freight.Place> place(PlaceCommitment commitment) {
        return places.stream()
                .filter(place -> secret.place(place).equals(commitment))
                .findFirst();
    }

    /**
     * The seal with a number.
     *
     * @param manufacturer may be left out while no two makers gave the same number
     * @throws Refusal MALFORMED_ARGUMENT when there is none, or several
     */
    public KnownSeal seal(SealNumber number, Optional<SealManufacturer> manufacturer) {
        List<KnownSeal> meant = seals.stream()
                .filter(seal -> seal.number().equals(number))
                .filter(seal -> manufacturer.isEmpty() || seal.manufacturer().equals(manufacturer.get()))
                .toList();
        if (meant.size() > 1) {
            throw Refusal.malformed("Seals of " + meant.size() + " makers have the number " + number
                    + "; say whose with --manufacturer.");
        }
        return meant.stream()
                .findFirst()
                .orElseThrow(() -> Refusal.malformed("The receipt knows no seal " + number
                        + ". Take up the copy of whoever affixed it: muhr consignment merge."));
    }

    public SealReference reference(KnownSeal seal) {
        return secret.seal(seal.manufacturer(), seal.number());
    }

    /** The seal as the ledger names it. */
    public SealName name(KnownSeal seal) {
        return new SealName(id(), reference(seal));
    }

    private static <T> List<T> union(List<T> one, List<T> other) {
        List<T> all = new ArrayList<>(one);
        other.stream().filter(item -> !all.contains(item)).forEach(all::add);
        return all;
    }

    private static <T> List<T> distinct(String what, List<T> all) {
        if (all.size() > MOST || all.stream().distinct().count() != all.size()) {
            throw Refusal.malformed("A consignment may have at most " + MOST + " " + what + ", each once.");
        }
        return List.copyOf(all);
    }
}
