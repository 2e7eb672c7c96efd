package uz.muhr.network.devnet;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import uz.muhr.network.devnet.fixture.Client;
import uz.muhr.network.devnet.fixture.TestNetwork;

final class HappyPathIT {
    @Test
    void aValueThatWasSubmittedIsReadByEveryOrganisation() throws Exception {
        try (TestNetwork network = TestNetwork.start()) {
            Client officer = network.client("CustomsMSP", "officer");
            officer.submit("put", "greeting", "salom");
            for (var organisation : network.topology().organisations()) {
                Client reader = network.client(
                        organisation.mspId(), organisation.users().get(0).name());
                assertEquals("salom", reader.evaluate("get", "greeting"));
            }
            assertEquals(3, network.devnet().height());
        }
    }
}
