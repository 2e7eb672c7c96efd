/**
 * The door for clients: requests of the Fabric Gateway protocol come in at one organisation's port; endorsed
 * transactions, outcomes and events go out, errors in the words of Fabric's gateway.
 */
@NullMarked
package uz.muhr.network.devnet.gateway;

import org.jspecify.annotations.NullMarked;
