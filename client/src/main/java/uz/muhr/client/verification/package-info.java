/**
 * Step four: a file, a receipt or a number comes in, the ledger is asked, and one verdict with its reasons leaves. What could not be asked is undetermined, never valid.
 */
@NullMarked
package uz.muhr.client.verification;

import org.jspecify.annotations.NullMarked;
