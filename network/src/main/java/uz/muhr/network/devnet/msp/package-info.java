/**
 * Who signs: serialised identities and the members' folders come in; verified identities, whose keys are converted to
 * Bouncy Castle once, and signatures come out. What Fabric calls a membership service provider.
 */
@NullMarked
package uz.muhr.network.devnet.msp;

import org.jspecify.annotations.NullMarked;
