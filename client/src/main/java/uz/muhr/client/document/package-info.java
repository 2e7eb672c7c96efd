/**
 * Step one: a file comes in and is read once, from the first byte to the last; its fingerprint leaves, and on demand the
 * fields of a structured one.
 */
@NullMarked
package uz.muhr.client.document;

import org.jspecify.annotations.NullMarked;
