/**
 * What customs does with a document that another organisation issued: it writes off its quantity and holds it, under keys
 * of its own. Requests come in; draws, totals and holds leave.
 */
@NullMarked
package uz.muhr.protocol.customs;

import org.jspecify.annotations.NullMarked;
