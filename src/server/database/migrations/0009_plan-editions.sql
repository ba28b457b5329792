-- A contract's record follows its amendments, and what runs may be moved to another version: such a plan is composed of others, by their hashes.
ALTER TABLE bound_plan ADD COLUMN composed jsonb;
