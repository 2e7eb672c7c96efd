/**
 * The only way to the ledger, and the only package that knows Hyperledger Fabric. Functions of our contracts go in by name; protocol values, refusals and typed failures leave.
 */
@NullMarked
package uz.muhr.client.fabric;

import org.jspecify.annotations.NullMarked;
