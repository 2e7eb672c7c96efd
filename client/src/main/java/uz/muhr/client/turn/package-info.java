/** How many may do at once what takes much: pieces of work come in and are done in turn, or turned away. */
@NullMarked
package uz.muhr.client.turn;

import org.jspecify.annotations.NullMarked;
