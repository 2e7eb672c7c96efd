/**
 * The ledger's text. Strings come in and are parsed strictly; trees leave in the one canonical form (RFC 8785).
 */
@NullMarked
package uz.muhr.protocol.json;

import org.jspecify.annotations.NullMarked;
