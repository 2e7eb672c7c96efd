-- What customs does with a document is kept too. Rows made before lack it, so the ledger is followed anew.

DELETE FROM document_version;
DELETE FROM followed_block;
DELETE FROM issued_type;

-- One row for each write-off, reversal, hold and release, with the key's letter on the ledger and what was written under it.
-- The sequence is that of the version of the document that stood then.
CREATE TABLE customs_act (
    written  BIGINT      NOT NULL PRIMARY KEY,
    document VARCHAR(64) NOT NULL,
    sequence BIGINT      NOT NULL,
    kind     VARCHAR(1)  NOT NULL,
    content  VARCHAR     NOT NULL
);

-- What counts at present, for documents that customs ever did something with.
CREATE TABLE customs_state (
    document VARCHAR(64) NOT NULL PRIMARY KEY,
    drawn    VARCHAR(64),
    held     BOOLEAN     NOT NULL
);
