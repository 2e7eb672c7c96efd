package uz.muhr.client.fabric;

import uz.muhr.protocol.identifier.MspId;

/**
 * What a peer said.
 *
 * @param by the organisation whose peer it was: the client's own, or another that its profile lists
 */
public record Answered<T>(T value, MspId by) {}
