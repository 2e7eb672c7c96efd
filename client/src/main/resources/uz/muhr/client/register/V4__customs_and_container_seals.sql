-- What customs does with a document is kept too, and what happens to container seals. Rows made before lack it, so the ledger is
-- followed anew.

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

-- Container seals: their events as the ledger wrote them, and each seal as it stands with the verdict that follows.
CREATE TABLE seal_event (
    written     BIGINT       NOT NULL PRIMARY KEY,
    consignment VARCHAR(64)  NOT NULL,
    seal        VARCHAR(64)  NOT NULL,
    sequence    BIGINT       NOT NULL,
    -- Whether it is more than a plain reading: one in its order that found the seal closed.
    telling     BOOLEAN      NOT NULL,
    event       VARCHAR      NOT NULL,
    UNIQUE (consignment, seal, sequence)
);

CREATE INDEX seal_event_telling ON seal_event (telling, written);

CREATE TABLE container_seal (
    consignment VARCHAR(64)  NOT NULL,
    seal        VARCHAR(64)  NOT NULL,
    place       BIGINT       NOT NULL UNIQUE,
    state       VARCHAR(20)  NOT NULL,
    holder      VARCHAR(64)  NOT NULL,
    verdict     VARCHAR(20)  NOT NULL,
    record      VARCHAR      NOT NULL,
    PRIMARY KEY (consignment, seal)
);

CREATE INDEX container_seal_state ON container_seal (state, place);
CREATE INDEX container_seal_holder ON container_seal (holder, place);
CREATE INDEX container_seal_verdict ON container_seal (verdict, place);
