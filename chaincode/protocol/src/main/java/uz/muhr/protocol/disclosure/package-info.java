/**
 * Redaction. The fields of a document, each under a salt of its own, come in and one root leaves, which the commitment
 * binds (kind {@code fields}); from the same fields any choice of them leaves with a proof, and whoever gets it comes to the
 * same commitment without learning the others.
 */
@NullMarked
package uz.muhr.protocol.disclosure;

import org.jspecify.annotations.NullMarked;
