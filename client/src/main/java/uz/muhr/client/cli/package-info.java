/**
 * The command line, a door: words come in, the core is called, sentences or JSON and an exit code leave. No rule lives
 * here, and Spring is not started.
 */
@NullMarked
package uz.muhr.client.cli;

import org.jspecify.annotations.NullMarked;
