/**
 * How much: decimal amounts and their units come in as text in their one form, and are counted without rounding.
 */
@NullMarked
package uz.muhr.protocol.quantity;

import org.jspecify.annotations.NullMarked;
