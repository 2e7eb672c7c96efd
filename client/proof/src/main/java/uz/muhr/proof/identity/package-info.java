/**
 * Who signed: an organisation's membership as a configuration states it comes in with a certificate; a member leaves, with
 * the one role it has and the key that its signatures are checked with.
 */
@NullMarked
package uz.muhr.proof.identity;

import org.jspecify.annotations.NullMarked;
