/**
 * What is asked to be done with container seals, and the decision: a request comes in with what the ledger holds, the events
 * and records to be written leave.
 */
@NullMarked
package uz.muhr.protocol.sealing;

import org.jspecify.annotations.NullMarked;
