package uz.muhr.protocol.integrity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.SampleSeals;
import uz.muhr.protocol.Voyage;
import uz.muhr.protocol.seal.BreakReason;
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

    @Test
    void custodyEndsWithTheSealThatWasReplacedWhoeverReplacedIt() {
        SealAct replaced = new SealAct.Replace(SampleSeals.NEXT_SEAL.seal());
        for (Voyage voyage :
                List.of(Voyage.begun().byHolder(replaced), Voyage.begun().byCustoms(replaced))) {
            assertEquals(
                    List.of(new Custody(SampleSeals.CARRIER, SampleSeals.hour(1), Optional.of(SampleSeals.hour(2)))),
                    Custody.chain(voyage.history()));
        }
    }

    @Test
    void customsThatBreaksASealDoesNotTakeCustodyOfIt() {
        Voyage voyage = Voyage.begun().byCustoms(new SealAct.Break(BreakReason.INSPECTION));
        assertEquals(
                List.of(new Custody(SampleSeals.CARRIER, SampleSeals.hour(1), Optional.empty())),
                Custody.chain(voyage.history()));
    }

    @Test
    void whoGetsASealBackHasCustodyASecondTime() {
        Voyage voyage = Voyage.begun()
                .handedOverTo(SampleSeals.RAILWAY)
                .accepted()
                .handedOverTo(SampleSeals.CARRIER)
                .accepted();
        assertEquals(
                List.of(SampleSeals.CARRIER, SampleSeals.RAILWAY, SampleSeals.CARRIER),
                Custody.chain(voyage.history()).stream().map(Custody::holder).toList());
        assertEquals(Optional.empty(), Custody.chain(voyage.history()).get(2).until(), "it lasts");
    }
}
