package uz.muhr.network.devnet.chaincode;

import com.google.protobuf.ByteString;
import org.hyperledger.fabric.protos.peer.Response;

/**
 * What the chaincode answered.
 *
 * @param event the serialised event of a success, empty when it set none
 */
public record ChaincodeAnswer(Response response, ByteString event) {}
