/**
 * The operations: a request comes in and is parsed into value types, the core is called, and its answer leaves as JSON.
 */
@NullMarked
package uz.muhr.client.web.api;

import org.jspecify.annotations.NullMarked;
