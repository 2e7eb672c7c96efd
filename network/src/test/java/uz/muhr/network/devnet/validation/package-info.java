/** Tests of the devnet's package of the same name. */
@NullMarked
package uz.muhr.network.devnet.validation;

import org.jspecify.annotations.NullMarked;
