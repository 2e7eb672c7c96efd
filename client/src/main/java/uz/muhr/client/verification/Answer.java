package uz.muhr.client.verification;

import java.util.List;
import java.util.Optional;
import uz.muhr.client.fabric.Answered;
import uz.muhr.client.fabric.Testimony;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.verdict.Assessment;

/**
 * What the ledger said.
 *
 * @param heard the evidence and whose peer gave it; absent when the ledger could not be asked
 * @param asked the organisations whose peers this client may ask, in order
 */
public record Answer(Assessment assessment, Optional<Answered<Testimony>> heard, List<MspId> asked) {}
