/**
 * Step three: a wish comes in, such as a document with its receipt, and becomes one change of the ledger: never lost, never doubled.
 * Every write passes here; the journal before it lets a wish outlive its process.
 */
@NullMarked
package uz.muhr.client.submission;

import org.jspecify.annotations.NullMarked;
