/**
 * Step two for a consignment: containers, container seals and documents become commitments under its secret, and the receipt that resolves them lies safely on disk before anything is sent.
 */
@NullMarked
package uz.muhr.client.consignment;

import org.jspecify.annotations.NullMarked;
