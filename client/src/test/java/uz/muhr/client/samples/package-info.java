/**
 * Makes the sample documents that the demonstration anchors. In: the wording of each form, written here. Out: PDF files in
 * {@code scripts/samples}, the same bytes on every machine, since what is anchored is their hash.
 */
@NullMarked
package uz.muhr.client.samples;

import org.jspecify.annotations.NullMarked;
