/** Whole networks for tests, started and ended by {@code scripts/network} as a person would; other modules' tests use them too. */
@NullMarked
package uz.muhr.network.script;

import org.jspecify.annotations.NullMarked;
