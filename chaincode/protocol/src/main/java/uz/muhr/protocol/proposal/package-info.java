/**
 * How member organisations decide together: a proposal and approvals come in, and once a majority has approved, the changed
 * authority, certificate or list of members leaves.
 */
@NullMarked
package uz.muhr.protocol.proposal;

import org.jspecify.annotations.NullMarked;
