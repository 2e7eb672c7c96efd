/** Tests of the devnet's package of the same name. */
@NullMarked
package uz.muhr.network.devnet.genesis;

import org.jspecify.annotations.NullMarked;
