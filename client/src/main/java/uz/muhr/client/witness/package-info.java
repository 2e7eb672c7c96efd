/**
 * Witnesses of the chain: what the organisation's own peer has comes in, and a checkpoint leaves that it signed; or another's
 * checkpoint comes in, and leaves with one signature more, or is refused with both hashes.
 */
@NullMarked
package uz.muhr.client.witness;

import org.jspecify.annotations.NullMarked;
