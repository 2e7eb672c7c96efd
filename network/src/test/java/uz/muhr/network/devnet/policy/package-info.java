/** Tests of the devnet's package of the same name. */
@NullMarked
package uz.muhr.network.devnet.policy;

import org.jspecify.annotations.NullMarked;
