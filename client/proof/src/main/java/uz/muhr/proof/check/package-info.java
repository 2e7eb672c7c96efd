/**
 * The names of everything that has to hold before a proof proves anything. Each step of the verification asks here, and
 * a condition that does not hold ends it; what leaves is the list of the checks made, with whoever vouched for each.
 */
@NullMarked
package uz.muhr.proof.check;

import org.jspecify.annotations.NullMarked;
