package uz.muhr.network.devnet.ordering;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class ConsentersTest {
    @Test
    void aQuorumIsSoManyThatAnyTwoShareAnHonestOrderer() {
        int[] quorums = {1, 2, 2, 3, 4, 4, 5, 6, 6, 7};
        for (int n = 1; n <= quorums.length; n++) {
            assertEquals(quorums[n - 1], Consenters.quorum(n), n + " orderers");
        }
    }
}
