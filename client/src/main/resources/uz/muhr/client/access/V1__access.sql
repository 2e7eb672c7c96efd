-- Who may come in. The same statements run on H2 and on PostgreSQL. Neither a password nor a key can be read out of it.
CREATE TABLE account (
    name VARCHAR(40) PRIMARY KEY,
    -- Argon2id, with its salt and measures.
    password VARCHAR(200) NOT NULL,
    -- Names, with commas between them.
    roles VARCHAR(200) NOT NULL,
    disabled BOOLEAN NOT NULL,
    -- Goes up with each change that ends all sessions.
    stamp BIGINT NOT NULL,
    created_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    signed_in_at TIMESTAMP(3) WITH TIME ZONE
);

CREATE TABLE api_key (
    id VARCHAR(16) PRIMARY KEY,
    -- SHA-256 of the whole key, in hexadecimal.
    digest VARCHAR(64) NOT NULL,
    label VARCHAR(80) NOT NULL,
    roles VARCHAR(200) NOT NULL,
    created_by VARCHAR(80) NOT NULL,
    created_at TIMESTAMP(3) WITH TIME ZONE NOT NULL,
    expires_at TIMESTAMP(3) WITH TIME ZONE,
    used_at TIMESTAMP(3) WITH TIME ZONE,
    revoked_at TIMESTAMP(3) WITH TIME ZONE
);
