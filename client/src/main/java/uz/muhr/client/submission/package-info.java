/**
 * Step three: a document and its receipt come in, and become one record on the ledger: never lost, never doubled. Every write passes here.
 */
@NullMarked
package uz.muhr.client.submission;

import org.jspecify.annotations.NullMarked;
