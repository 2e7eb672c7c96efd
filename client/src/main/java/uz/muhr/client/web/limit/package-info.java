/**
 * How much one visitor may ask of this client: a request comes in with the address it comes from, and passes, or leaves refused
 * with how long to wait.
 */
@NullMarked
package uz.muhr.client.web.limit;

import org.jspecify.annotations.NullMarked;
