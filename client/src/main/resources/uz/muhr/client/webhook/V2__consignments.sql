-- Who asks for the events of one consignment's container seals.

ALTER TABLE subscription ADD COLUMN consignment VARCHAR(64);
