-- The register: what the ledger holds, searchable. All of it is made from blocks and can be made anew.
-- Times are UTC. The same statements run on H2 and on PostgreSQL.

CREATE TABLE followed_block (
    number       BIGINT       NOT NULL PRIMARY KEY,
    hash         VARCHAR(64)  NOT NULL,
    newest_at    TIMESTAMP(0) NOT NULL,
    transactions INTEGER      NOT NULL
);

-- One row for each version of each document. The current one has no replaced_at.
CREATE TABLE document_version (
    document    VARCHAR(64)  NOT NULL,
    sequence    BIGINT       NOT NULL,
    place       BIGINT       NOT NULL,
    block       BIGINT       NOT NULL,
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
    PRIMARY KEY (document, sequence)
);

CREATE INDEX document_by_place ON document_version (place);
CREATE INDEX document_by_issuer ON document_version (issuer, place);
CREATE INDEX document_by_type ON document_version (type, place);
CREATE INDEX document_by_status ON document_version (status, place);
CREATE INDEX document_by_time ON document_version (anchored_at);
CREATE INDEX document_by_content ON document_version (commitment);

-- Who has issued which types: a number alone is looked for under each of them.
CREATE TABLE issued_type (
    issuer VARCHAR(64) NOT NULL,
    type   VARCHAR(3)  NOT NULL,
    PRIMARY KEY (issuer, type)
);
