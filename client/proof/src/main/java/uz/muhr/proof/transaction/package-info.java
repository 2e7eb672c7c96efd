/**
 * What organisations endorsed: a transaction's payload comes in; what it read, wrote and answered leaves, with the
 * organisations whose peers signed that.
 */
@NullMarked
package uz.muhr.proof.transaction;

import org.jspecify.annotations.NullMarked;
