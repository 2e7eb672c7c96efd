/**
 * What every request passes first: it comes in with its Host and Origin, and leaves refused, or with the headers that keep
 * a browser from harm.
 */
@NullMarked
package uz.muhr.client.web.guard;

import org.jspecify.annotations.NullMarked;
