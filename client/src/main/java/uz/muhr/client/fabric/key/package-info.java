/**
 * The keys that users sign with. What a client profile says of one goes in: PEM files, a PKCS#12 file, a PKCS#11 token; a
 * certificate and a signer that belong together leave, or one sentence that says why not.
 */
@NullMarked
package uz.muhr.client.fabric.key;

import org.jspecify.annotations.NullMarked;
