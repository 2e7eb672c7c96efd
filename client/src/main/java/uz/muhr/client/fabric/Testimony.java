package uz.muhr.client.fabric;

import uz.muhr.protocol.verdict.Report;

/**
 * A peer's answer to a question.
 *
 * @param height how many blocks it had committed before it answered, so the report is at least that fresh
 */
public record Testimony(Report report, long height) {}
