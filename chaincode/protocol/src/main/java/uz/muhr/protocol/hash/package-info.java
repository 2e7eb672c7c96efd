/**
 * Every hash of the ledger is made here: a domain and parts come in, 64 hexadecimal digits leave.
 */
@NullMarked
package uz.muhr.protocol.hash;

import org.jspecify.annotations.NullMarked;
