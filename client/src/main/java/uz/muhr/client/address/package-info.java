/** Where others are reached, and who they may be. */
@NullMarked
package uz.muhr.client.address;

import org.jspecify.annotations.NullMarked;
