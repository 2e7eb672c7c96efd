/**
 * What people and machines write of freight: containers, places, consignments and the mechanical or electronic seals on
 * containers. Texts come in, values that cannot be wrong leave. None of them reaches the ledger as it is, but the codes.
 */
@NullMarked
package uz.muhr.protocol.freight;

import org.jspecify.annotations.NullMarked;
