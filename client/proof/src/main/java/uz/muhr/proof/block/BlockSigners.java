package uz.muhr.proof.block;

import uz.muhr.proof.check.Checks;

/** Who has to sign the blocks under a configuration, by its kind of consensus. */
public sealed interface BlockSigners permits Consenters, RaftOrderers {
    /**
     * Goes on only when they signed a block, and nobody else did. A bundle carries no signature that does not count: a bad,
     * unknown or repeated one ends the proof.
     */
    void requireSigned(OrdererMetadata block, Checks checks);
}
