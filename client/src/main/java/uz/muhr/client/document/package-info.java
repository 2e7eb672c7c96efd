/**
 * Step one: a file comes in and is read once, from the first byte to the last; its fingerprint leaves. On the way to being
 * issued it may be read for what it says of itself, which leaves as a suggestion;
 * and on demand the fields of a structured one leave.
 */
@NullMarked
package uz.muhr.client.document;

import org.jspecify.annotations.NullMarked;
