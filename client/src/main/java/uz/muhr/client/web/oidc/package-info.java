/**
 * People and programs for whom the organisation's own identity provider vouches (OpenID Connect). A sign-in or a token comes
 * in; who it is, in which roles, leaves, or a refusal that says no more than that. Of the provider nothing is believed that its
 * own address did not say.
 */
@NullMarked
package uz.muhr.client.web.oidc;

import org.jspecify.annotations.NullMarked;
