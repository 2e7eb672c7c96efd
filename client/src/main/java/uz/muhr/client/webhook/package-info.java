/**
 * Tells other programs what happens to documents: events of the register come in, and leave as signed HTTP requests to
 * whoever subscribed, in the ledger's order for each. How far a subscription was told is kept in the register's database,
 * beside the register; so nothing is lost when the process ends at any moment, and nothing else is queued.
 */
@NullMarked
package uz.muhr.client.webhook;

import org.jspecify.annotations.NullMarked;
