/**
 * How this client is, for whoever runs it: the state of the ledger and the register comes in, health and metrics leave.
 */
@NullMarked
package uz.muhr.client.web.operations;

import org.jspecify.annotations.NullMarked;
