-- What waits has a table of its own, as small as the queue is: the journal grows for ever, and writing a row costs what the
-- indexes on it cost.

CREATE TABLE waiting (
    place       BIGINT       PRIMARY KEY REFERENCES submission,
    signer      VARCHAR(110) NOT NULL,
    lane        VARCHAR(8)   NOT NULL,
    -- What the wish is about, the beginning of its id: of those about the same thing, only the first is attempted.
    subject     VARCHAR(16)  NOT NULL,
    received_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    due_at      TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    claimed_by  VARCHAR(36)
);

INSERT INTO waiting (place, signer, lane, subject, received_at, due_at, claimed_by)
    SELECT place, signer, lane, SUBSTRING(subject, 1, 16), received_at, due_at, claimed_by FROM submission WHERE state = 'RECEIVED';

CREATE INDEX waiting_subject ON waiting (subject, place);

DROP INDEX submission_queue;
DROP INDEX submission_subject;
ALTER TABLE submission DROP COLUMN lane;
ALTER TABLE submission DROP COLUMN subject;
ALTER TABLE submission DROP COLUMN due_at;
ALTER TABLE submission DROP COLUMN claimed_by;
