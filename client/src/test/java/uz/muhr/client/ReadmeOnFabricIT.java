package uz.muhr.client;

import org.junit.jupiter.api.Tag;

/** The same on real Fabric, where it takes twice as long. */
@Tag("ledger")
@Tag("long")
class ReadmeOnFabricIT extends ReadmeIT {}
