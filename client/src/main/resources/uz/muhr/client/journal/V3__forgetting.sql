-- What was settled long ago is forgotten, and so are the keys that stood for it.

CREATE INDEX submission_settled ON submission (signer, settled_at);
CREATE INDEX idempotency_key_submission ON idempotency_key (id);
