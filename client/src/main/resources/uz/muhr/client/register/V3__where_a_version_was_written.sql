-- A version's row is found by where the ledger wrote it: block, transaction and turn in one number. Rows made before do not
-- say where that was, so the ledger is followed anew.

DROP TABLE document_version;
DELETE FROM followed_block;
DELETE FROM issued_type;

-- One row for each version of each document. The current one has no replaced_at; place is where the first one was written.
CREATE TABLE document_version (
    written     BIGINT       NOT NULL PRIMARY KEY,
    document    VARCHAR(64)  NOT NULL,
    sequence    BIGINT       NOT NULL,
    place       BIGINT       NOT NULL,
    issuer      VARCHAR(64)  NOT NULL,
    type        VARCHAR(3)   NOT NULL,
    status      VARCHAR(20)  NOT NULL,
    commitment  VARCHAR(64)  NOT NULL,
    valid_from  TIMESTAMP(0),
    valid_until TIMESTAMP(0),
    anchored_at TIMESTAMP(0) NOT NULL,
    changed_at  TIMESTAMP(0) NOT NULL,
    replaced_at TIMESTAMP(0),
    record      VARCHAR      NOT NULL,
    UNIQUE (document, sequence)
);

CREATE INDEX document_by_place ON document_version (place);
CREATE INDEX document_by_issuer ON document_version (issuer, place);
CREATE INDEX document_by_type ON document_version (type, place);
CREATE INDEX document_by_status ON document_version (status, place);
CREATE INDEX document_by_time ON document_version (anchored_at);
CREATE INDEX document_by_content ON document_version (commitment);
