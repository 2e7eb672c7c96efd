/**
 * Measures a network that is up, through the client's own path to the ledger. In come a profile and how much to do; out go
 * figures of one run, in which what is compared took turns, and a document counts only when its verdict reads VALID.
 */
@NullMarked
package uz.muhr.client.bench;

import org.jspecify.annotations.NullMarked;
