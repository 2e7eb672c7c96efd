/**
 * Between the doors and whatever opens files of others: the bytes of a file come in and go to a process of its own, small
 * and soon ended, so that a file made to take all memory or time takes only that process; what was read in it, or its
 * stamped copy, leaves.
 */
@NullMarked
package uz.muhr.client.apart;

import org.jspecify.annotations.NullMarked;
