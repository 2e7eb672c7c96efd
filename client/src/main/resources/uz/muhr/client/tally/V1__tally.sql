-- How often this client gave which verdict, and the ledger refused which of its writes, by day: codes alone, so that nothing
-- tells who asked or about what. It is no part of the register: making that anew leaves it as it is.
-- The same statements run on H2 and on PostgreSQL.

CREATE TABLE tally (
    -- In UTC.
    counted_on DATE        NOT NULL,
    kind       VARCHAR(16) NOT NULL,
    code       VARCHAR(64) NOT NULL,
    times      BIGINT      NOT NULL,
    PRIMARY KEY (counted_on, kind, code)
);
