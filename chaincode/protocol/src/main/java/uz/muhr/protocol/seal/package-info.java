/**
 * The life of a container seal: who may do what in which state comes in, the chain of its events and what they make of it
 * leaves. It has nothing in common with electronic seals on documents.
 */
@NullMarked
package uz.muhr.protocol.seal;

import org.jspecify.annotations.NullMarked;
