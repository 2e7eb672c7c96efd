package uz.muhr.client.journal;

/**
 * A wish that will reach its end.
 *
 * @param fresh whether this request made it; otherwise an earlier one did, and this is how far it came
 */
public record Accepted(Submitted submitted, boolean fresh) {}
