/**
 * The interface described for programmers and their tools: the controllers come in, an OpenAPI document leaves.
 */
@NullMarked
package uz.muhr.client.web.description;

import org.jspecify.annotations.NullMarked;
