/** A channel made for the tests: its certificates, configurations, blocks and answers, to be broken in one place at a time. */
@NullMarked
package uz.muhr.proof;

import org.jspecify.annotations.NullMarked;
