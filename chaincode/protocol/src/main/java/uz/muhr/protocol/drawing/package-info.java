/**
 * The rule of writing off: a customs request and all that the ledger knows of the document come in; the draw and the new
 * total leave, or a refusal.
 */
@NullMarked
package uz.muhr.protocol.drawing;

import org.jspecify.annotations.NullMarked;
