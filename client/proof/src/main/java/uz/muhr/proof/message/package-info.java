/**
 * Fabric's messages in their one form, and the hashes over them. Bytes come in; a message leaves that writes itself as
 * those very bytes.
 */
@NullMarked
package uz.muhr.proof.message;

import org.jspecify.annotations.NullMarked;
