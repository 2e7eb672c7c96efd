/**
 * Evidence on paper: a question comes in, every peer that this client may ask is heard, and a PDF leaves that states what was
 * asked, of whom, when, and what each of them answered.
 */
@NullMarked
package uz.muhr.client.report;

import org.jspecify.annotations.NullMarked;
