/**
 * The feed over a connection that stays open: events of the register come in as they are written, and leave as server-sent
 * events to a bounded number of readers.
 */
@NullMarked
package uz.muhr.client.web.feed;

import org.jspecify.annotations.NullMarked;
