/**
 * A door: requests come in, from this computer or over HTTPS, and verdicts, receipts and records leave as JSON. It opens
 * the ledger, starts the server and holds no rule of the ledger's.
 */
@NullMarked
package uz.muhr.client.web;

import org.jspecify.annotations.NullMarked;
