package uz.muhr.client.proof;

/**
 * What a bundle proves, and to whom: to whoever trusts these organisations.
 *
 * @param proof the verdict with every check
 * @param trust on whose word it was checked
 */
public record ProofAnswer(ProofView proof, TrustView trust) {}
