/**
 * Step three: a question and the ledger's evidence come in, exactly one verdict with its reasons leaves.
 */
@NullMarked
package uz.muhr.protocol.verdict;

import org.jspecify.annotations.NullMarked;
