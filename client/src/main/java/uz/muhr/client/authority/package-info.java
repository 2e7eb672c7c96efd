/**
 * Beside the flow of documents: who may issue what is decided here by the members together. Proposals and approvals come
 * in; what stands, and what is still open, leaves.
 */
@NullMarked
package uz.muhr.client.authority;

import org.jspecify.annotations.NullMarked;
