/** The chaincode that the cases call: packed into a jar of its own and run as a server beside each organisation's peer. */
@NullMarked
package uz.muhr.network.conformance.probe;

import org.jspecify.annotations.NullMarked;
