/**
 * Beside step one: an unsigned PDF comes in, and a copy leaves that says on each page whose document it is and where to ask
 * about it, and that nobody else can make again.
 */
@NullMarked
package uz.muhr.client.stamp;

import org.jspecify.annotations.NullMarked;
