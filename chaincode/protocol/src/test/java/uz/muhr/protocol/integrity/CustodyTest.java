package uz.muhr.protocol.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.SampleSeals;
import uz.muhr.protocol.Voyage;
import uz.muhr.protocol.seal.SealAct;

final class CustodyTest {
    @Test
    void whoAffixedHasCustodyFromTheStart() {
        assertEquals(
                List.of(new Custody(SampleSeals.CARRIER, SampleSeals.hour(1), Optional.empty())),
                Custody.chain(Voyage.begun().history()));
    }

    @Test
    void custodyPassesWhenItIsAcceptedAndEndsWithTheSeal() {
        Voyage voyage = Voyage.begun()
                .handedOverTo(SampleSeals.RAILWAY)
                .accepted()
                .read("1", false)
                .byHolder(new SealAct.Remove());
        assertEquals(
                List.of(
                        new Custody(SampleSeals.CARRIER, SampleSeals.hour(1), Optional.of(SampleSeals.hour(3))),
                        new Custody(SampleSeals.RAILWAY, SampleSeals.hour(3), Optional.of(SampleSeals.hour(5)))),
                Custody.chain(voyage.history()));
    }

    @Test
    void anOfferThatCameToNothingDoesNotInterruptCustody() {
        Voyage voyage = Voyage.begun().handedOverTo(SampleSeals.RAILWAY).byHolder(new SealAct.Withdraw());
        assertEquals(1, Custody.chain(voyage.history()).size());
    }
}
