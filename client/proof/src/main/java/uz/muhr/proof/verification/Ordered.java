package uz.muhr.proof.verification;

import com.google.protobuf.ByteString;
import uz.muhr.proof.configuration.Configuration;
import uz.muhr.proof.message.ChannelPayload;
import uz.muhr.proof.transaction.Place;

/**
 * A transaction in a block that a quorum of the orderers signed. Whether it was committed the orderers do not know.
 *
 * @param payload what its creator signed
 * @param signature its creator's
 * @param configuration the one in force at its block
 */
record Ordered(ChannelPayload payload, ByteString signature, Place place, Configuration configuration) {}
