package uz.muhr.client.web.api;

/**
 * Whether the network is for training.
 *
 * @param offered whether whoever runs this client said so; the guided tour is offered then, which writes on the ledger
 */
public record Training(boolean offered) {}
