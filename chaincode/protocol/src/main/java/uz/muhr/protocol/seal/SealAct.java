package uz.muhr.protocol.seal;

import java.util.Optional;
import uz.muhr.protocol.consignment.ContainerCommitment;
import uz.muhr.protocol.consignment.SealEventId;
import uz.muhr.protocol.consignment.SealReference;
import uz.muhr.protocol.consignment.SealTag;
import uz.muhr.protocol.freight.SealCondition;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.refusal.Refusal;

/** What somebody did to a container seal, or found of it. */
public sealed interface SealAct {
    SealOperation operation();

    /**
     * The seal's first event.
     *
     * @param holder who has custody from then on
     * @param replaces the seal in whose place it is
     */
    record Affix(
            ContainerCommitment container,
            SealDescription description,
            SealTag tag,
            MspId holder,
            Optional<SealReference> replaces)
            implements SealAct {
        @Override
        public SealOperation operation() {
            return SealOperation.AFFIX;
        }
    }

    record HandOver(MspId to) implements SealAct {
        @Override
        public SealOperation operation() {
            return SealOperation.HAND_OVER;
        }
    }

    record Accept() implements SealAct {
        @Override
        public SealOperation operation() {
            return SealOperation.ACCEPT;
        }
    }

    record Decline() implements SealAct {
        @Override
        public SealOperation operation() {
            return SealOperation.DECLINE;
        }
    }

    record Withdraw() implements SealAct {
        @Override
        public SealOperation operation() {
            return SealOperation.WITHDRAW;
        }
    }

    record Inspect(SealCondition condition) implements SealAct {
        @Override
        public SealOperation operation() {
            return SealOperation.INSPECT;
        }
    }

    record Break(BreakReason reason) implements SealAct {
        @Override
        public SealOperation operation() {
            return SealOperation.BREAK;
        }
    }

    record Replace(SealReference by) implements SealAct {
        @Override
        public SealOperation operation() {
            return SealOperation.REPLACE;
        }
    }

    record Remove() implements SealAct {
        @Override
        public SealOperation operation() {
            return SealOperation.REMOVE;
        }
    }

    /** An act that names itself: sent again, it is the same event. */
    sealed interface Once extends SealAct {
        SealEventId id();
    }

    record Report(SealEventId id, SealCondition condition) implements Once {
        /**
         * Refuses what cannot be.
         *
         * @throws Refusal MALFORMED_ARGUMENT
         */
        public Report {
            if (condition == SealCondition.RIGHT) {
                throw Refusal.malformed("A report has to name a condition from 2 to 5; it names 1, which is right.");
            }
        }

        @Override
        public SealOperation operation() {
            return SealOperation.REPORT;
        }
    }

    /**
     * One reading of an electronic container seal (ISO 18185).
     *
     * @param opened whether it says that it was opened
     * @param battery how full, in per cent
     */
    record Read(SealEventId id, boolean opened, Optional<Long> battery) implements Once {
        /**
         * Refuses what cannot be.
         *
         * @throws Refusal MALFORMED_ARGUMENT
         */
        public Read {
            if (battery.filter(full -> full < 0 || full > 100).isPresent()) {
                throw Refusal.malformed("A battery has to be 0 to 100 per cent full; it is " + battery.get() + ".");
            }
        }

        @Override
        public SealOperation operation() {
            return SealOperation.READ;
        }
    }
}
