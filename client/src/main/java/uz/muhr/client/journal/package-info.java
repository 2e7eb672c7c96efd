/**
 * Step three, for a process that stays: a wish comes in and is kept before anybody is told so; it leaves as a settled
 * submission, on the ledger once or refused, whatever happens to this process in between.
 */
@NullMarked
package uz.muhr.client.journal;

import org.jspecify.annotations.NullMarked;
