/**
 * The anchor of trust: the pinned configuration and those that followed it come in; the orderers and memberships in force
 * at any block leave.
 */
@NullMarked
package uz.muhr.proof.configuration;

import org.jspecify.annotations.NullMarked;
