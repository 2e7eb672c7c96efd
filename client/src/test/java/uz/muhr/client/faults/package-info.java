/** What the client does while a part of the network is killed, stands still or comes back, under a load of its own. */
@NullMarked
package uz.muhr.client.faults;

import org.jspecify.annotations.NullMarked;
