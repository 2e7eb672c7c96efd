-- What was asked for is written once and never again; how it ended is a short row of its own, and what is known of an attempt
-- stands with what waits. Names are numbers, which an index holds and compares in a fraction of the room and time of text.

CREATE TABLE ending (
    -- Of a submission; it is looked up neither here nor there when a row is added.
    place       BIGINT       PRIMARY KEY,
    state       VARCHAR(8)   NOT NULL,
    attempts    INTEGER      NOT NULL,
    settled_at  TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    code        VARCHAR(40),
    sentence    VARCHAR,
    transaction VARCHAR(64),
    block       BIGINT,
    answer      VARCHAR
);

INSERT INTO ending (place, state, attempts, settled_at, code, sentence, transaction, block, answer)
    SELECT place, state, attempts, settled_at, code, sentence, transaction, block, answer FROM submission WHERE state <> 'RECEIVED';

ALTER TABLE waiting ADD COLUMN attempts INTEGER DEFAULT 0 NOT NULL;
ALTER TABLE waiting ADD COLUMN sentence VARCHAR;
UPDATE waiting SET
    attempts = (SELECT submission.attempts FROM submission WHERE submission.place = waiting.place),
    sentence = (SELECT submission.sentence FROM submission WHERE submission.place = waiting.place);

DROP INDEX submission_settled;
ALTER TABLE submission DROP COLUMN state;
ALTER TABLE submission DROP COLUMN attempts;
ALTER TABLE submission DROP COLUMN settled_at;
ALTER TABLE submission DROP COLUMN code;
ALTER TABLE submission DROP COLUMN sentence;
ALTER TABLE submission DROP COLUMN transaction;
ALTER TABLE submission DROP COLUMN block;
ALTER TABLE submission DROP COLUMN answer;

ALTER TABLE submission ALTER COLUMN id SET DATA TYPE UUID USING CAST(id AS UUID);
ALTER TABLE submission ALTER COLUMN only_one SET DATA TYPE UUID USING CAST(SUBSTRING(only_one, 1, 32) AS UUID);
ALTER TABLE idempotency_key ALTER COLUMN id SET DATA TYPE UUID USING CAST(id AS UUID);
