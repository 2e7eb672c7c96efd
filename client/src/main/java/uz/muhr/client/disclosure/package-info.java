/**
 * Redaction. A document anchored by its fields, its receipt and chosen fields come in; a file that shows those alone, and still
 * comes to the commitment on the ledger, leaves. Whoever gets it asks the ledger, or a proof, as for a document.
 */
@NullMarked
package uz.muhr.client.disclosure;

import org.jspecify.annotations.NullMarked;
