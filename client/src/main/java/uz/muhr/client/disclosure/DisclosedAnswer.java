package uz.muhr.client.disclosure;

import uz.muhr.client.verification.AnswerView;

/** The verdict on the document of a disclosure, and what that shows of it, for a person or another program. */
public record DisclosedAnswer(AnswerView answer, DisclosureView disclosure) {}
