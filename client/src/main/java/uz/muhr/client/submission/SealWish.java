package uz.muhr.client.submission;

import java.util.Locale;
import uz.muhr.client.consignment.ConsignmentReceipt;
import uz.muhr.client.fabric.Endorsed;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.protocol.consignment.ConsignmentId;
import uz.muhr.protocol.consignment.ConsignmentLinking;
import uz.muhr.protocol.consignment.RegistryKeyHash;
import uz.muhr.protocol.sealing.AffixRequest;
import uz.muhr.protocol.sealing.ObservationList;
import uz.muhr.protocol.sealing.ReplaceRequest;
import uz.muhr.protocol.sealing.SealRequest;

/**
 * A write about a consignment and its container seals. All that concerns one consignment goes in turn: what is affixed
 * changes the consignment too.
 */
public sealed interface SealWish extends Wish {
    /** The organisation's registry key, once and for good. */
    record Register(RegistryKeyHash key) implements SealWish {
        @Override
        public String kind() {
            return "register-seals";
        }

        @Override
        public String subject() {
            return key.hex();
        }

        @Override
        public Endorsed propose(Ledger ledger) {
            return ledger.seals().proposeRegister(key);
        }
    }

    /** A new consignment, under the secret of its receipt. */
    record Open(ConsignmentReceipt receipt) implements SealWish {
        @Override
        public String kind() {
            return "open-consignment";
        }

        @Override
        public String subject() {
            return receipt.id().hex();
        }

        @Override
        public Endorsed propose(Ledger ledger) {
            return ledger.seals().proposeOpen(receipt.opening());
        }
    }

    /** Containers and documents that a consignment takes in besides. */
    record Link(ConsignmentLinking linking) implements SealWish {
        @Override
        public String kind() {
            return "link";
        }

        @Override
        public String subject() {
            return linking.consignment().hex();
        }

        @Override
        public Endorsed propose(Ledger ledger) {
            return ledger.seals().proposeLink(linking);
        }
    }

    /** A seal that is put on a container, once. */
    record Affix(AffixRequest request) implements SealWish {
        @Override
        public String kind() {
            return "affix";
        }

        @Override
        public String subject() {
            return request.consignment().hex();
        }

        @Override
        public Endorsed propose(Ledger ledger) {
            return ledger.seals().proposeAffix(request);
        }
    }

    /** What is done to one seal, of which the version that was seen is named. */
    record Act(SealRequest request) implements SealWish {
        @Override
        public String kind() {
            return request.act().operation().name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @Override
        public String subject() {
            return request.name().consignment().hex();
        }

        @Override
        public Endorsed propose(Ledger ledger) {
            return ledger.seals().proposeAct(request);
        }
    }

    /** A seal that is put in another's place, of which the version that was seen is named. */
    record Exchange(ReplaceRequest request) implements SealWish {
        @Override
        public String kind() {
            return "replace-seal";
        }

        @Override
        public String subject() {
            return request.name().consignment().hex();
        }

        @Override
        public Endorsed propose(Ledger ledger) {
            return ledger.seals().proposeReplace(request);
        }
    }

    /** Reports and readings of one consignment's seals, each of which is one event however often it is sent. */
    record Observe(ObservationList list) implements SealWish {
        @Override
        public String kind() {
            return "observe";
        }

        @Override
        public String subject() {
            ConsignmentId consignment = list.observations().get(0).name().consignment();
            return consignment.hex();
        }

        @Override
        public Endorsed propose(Ledger ledger) {
            return ledger.seals().proposeObserve(list);
        }
    }
}
