/**
 * Who may come in: names with passwords, and keys of programs, come in; who it is, and in which roles, leaves. What may be
 * done in a role is the door's table; what the ledger lets its identity do, the ledger's own.
 */
@NullMarked
package uz.muhr.client.access;

import org.jspecify.annotations.NullMarked;
