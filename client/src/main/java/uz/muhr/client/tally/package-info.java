/**
 * What this client did, in numbers: codes of verdicts and refusals come in as they are given, and leave counted by day. Nothing
 * tells who asked, or about what.
 */
@NullMarked
package uz.muhr.client.tally;

import org.jspecify.annotations.NullMarked;
