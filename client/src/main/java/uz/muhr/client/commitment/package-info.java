/**
 * Step two: a fingerprint becomes a commitment, and the receipt that is needed to show it later lies safely on disk before anything is sent.
 */
@NullMarked
package uz.muhr.client.commitment;

import org.jspecify.annotations.NullMarked;
