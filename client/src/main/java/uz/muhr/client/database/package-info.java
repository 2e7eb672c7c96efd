/**
 * How a database of this client is opened, in a file or on a server: journal and register each say which tables they keep in
 * it, and what is said when it cannot be opened.
 */
@NullMarked
package uz.muhr.client.database;

import org.jspecify.annotations.NullMarked;
