/**
 * Who may do what at this door: a request comes in with a session's cookie, a program's key or the provider's token, and leaves turned away, or
 * with its caller and the roles in which that one may act.
 */
@NullMarked
package uz.muhr.client.web.access;

import org.jspecify.annotations.NullMarked;
