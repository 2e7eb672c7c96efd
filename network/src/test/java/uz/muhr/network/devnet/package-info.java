/** Tests of the devnet through the real Gateway SDK and the real chaincode shim. */
@NullMarked
package uz.muhr.network.devnet;

import org.jspecify.annotations.NullMarked;
