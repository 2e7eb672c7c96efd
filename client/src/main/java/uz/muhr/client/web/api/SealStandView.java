package uz.muhr.client.web.api;

import com.fasterxml.jackson.annotation.JsonRawValue;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.consignment.ConsignmentReceipt;
import uz.muhr.client.consignment.ConsignmentText;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.seal.SealRecord;

/**
 * A seal after something was done to it.
 *
 * @param receipt the consignment's receipt, JSON, with what it has to know since: it takes the place of the one that was sent
 * @param seal its reference on the ledger
 * @param sequence the version, which the next act has to name
 */
public record SealStandView(
        @JsonRawValue String receipt,
        String seal,
        String state,
        long sequence,
        String holder,
        @Nullable String offeredTo) {

    static SealStandView of(SealRecord record, ConsignmentReceipt receipt) {
        return new SealStandView(
                ConsignmentText.write(receipt),
                record.name().seal().hex(),
                record.state().name(),
                record.sequence(),
                record.holder().value(),
                record.offeredTo().map(MspId::value).orElse(null));
    }
}
