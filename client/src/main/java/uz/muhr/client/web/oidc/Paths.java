package uz.muhr.client.web.oidc;

/** Where browsers pass on their way to the provider and back; of this client's own. */
final class Paths {
    /** People are sent off from here. */
    static final String LEAVE = "/oauth2/authorization/" + Provider.NAME;

    /** They come back to here, and the provider's name. */
    static final String RETURN = "/login/oauth2/code/";

    /** Who has signed out here is sent off from here, to sign out there, too. */
    static final String SIGN_OUT = "/oauth2/sign-out";

    /** The page for signing in. */
    static final String PAGE = "/login";

    private Paths() {}
}
