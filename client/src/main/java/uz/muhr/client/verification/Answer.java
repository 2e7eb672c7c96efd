package uz.muhr.client.verification;

import java.util.Optional;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.verdict.Assessment;
import uz.muhr.protocol.verdict.Report;

/**
 * What the ledger said.
 *
 * @param report the evidence; absent when the ledger could not be asked
 * @param height how many blocks the peer had committed before it answered, so the answer is at least that fresh
 * @param asked the organisation whose peer was asked
 */
public record Answer(
        Inquiry inquiry, Assessment assessment, Optional<Report> report, Optional<Long> height, MspId asked) {}
