package uz.muhr.client.voyage;

import uz.muhr.client.consignment.KnownSeal;
import uz.muhr.protocol.seal.SealDescription;

/** A seal that somebody is about to put on a container. */
public record NewSeal(KnownSeal seal, SealDescription description) {}
