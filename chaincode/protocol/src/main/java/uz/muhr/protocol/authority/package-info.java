/**
 * Who may issue which type, and since when; and who the member organisations are.
 */
@NullMarked
package uz.muhr.protocol.authority;

import org.jspecify.annotations.NullMarked;
