/**
 * Names of things: organisations, types, numbers, documents, certificates, transactions. Text comes in and is checked once; values leave that cannot be wrong.
 */
@NullMarked
package uz.muhr.protocol.identifier;

import org.jspecify.annotations.NullMarked;
