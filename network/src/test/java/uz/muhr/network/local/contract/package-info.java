/** A contract for tests, packed into a jar of its own and run as each organisation's chaincode server. */
@NullMarked
package uz.muhr.network.local.contract;

import org.jspecify.annotations.NullMarked;
