/**
 * Blocks for followers: a position to start from comes in; blocks, or what a follower makes of each, go out as fast as
 * the client takes them and no faster.
 */
@NullMarked
package uz.muhr.network.devnet.deliver;

import org.jspecify.annotations.NullMarked;
