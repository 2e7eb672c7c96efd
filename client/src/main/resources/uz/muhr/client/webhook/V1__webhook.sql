-- Who is told of events, and how far. It is no part of the register: making that anew leaves it as it is.
-- Times are UTC. The same statements run on H2 and on PostgreSQL.

CREATE TABLE subscription (
    id              VARCHAR(40)   NOT NULL PRIMARY KEY,
    url             VARCHAR(2000) NOT NULL,
    -- It signs, so it has to be kept as it is.
    secret          VARCHAR(64)   NOT NULL,
    issuer          VARCHAR(64),
    type            VARCHAR(3),
    document        VARCHAR(64),
    status          VARCHAR(20),
    -- The hash of block 0: positions are of this ledger and of no other.
    ledger          VARCHAR(64)   NOT NULL,
    told            BIGINT        NOT NULL,
    created_at      TIMESTAMP(3)  NOT NULL,
    deliveries      BIGINT        NOT NULL,
    failures        INTEGER       NOT NULL,
    failing_since   TIMESTAMP(3),
    failure         VARCHAR(300),
    next_attempt_at TIMESTAMP(3)  NOT NULL,
    disabled_at     TIMESTAMP(3),
    -- The process that delivers at this moment, of those that share the database.
    lease_holder    VARCHAR(36),
    lease_until     TIMESTAMP(3)
);
