/**
 * Whether the chain of a consignment's container seals is whole: histories come in, a verdict with its reasons leaves. It does
 * not change the verdict on a document.
 */
@NullMarked
package uz.muhr.protocol.integrity;

import org.jspecify.annotations.NullMarked;
