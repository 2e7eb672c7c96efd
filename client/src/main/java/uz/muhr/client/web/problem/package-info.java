/**
 * How the web door says no: a failure comes in, and one problem (RFC 9457) with a stable code and one sentence leaves.
 */
@NullMarked
package uz.muhr.client.web.problem;

import org.jspecify.annotations.NullMarked;
