-- What a device, a place, a model or a customer is owed under each contract is a record of its own; the first keeps the owner's name, further ones have the
-- contract behind it (`asset/A7~contract/C2`). What is said about an owner is looked for by the owner.
ALTER TABLE record_state ADD COLUMN owner text NOT NULL GENERATED ALWAYS AS (split_part(subject, '~contract/', 1)) STORED;
CREATE INDEX record_owner ON record_state (tenant_id, owner);
