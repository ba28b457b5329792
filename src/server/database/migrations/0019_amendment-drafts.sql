-- 变更草稿: a working paper may be that of an amendment. `base`: SHA-256 of the contract as it stood when the paper was begun; of another state it cannot be signed.
ALTER TABLE contract_draft
  ADD COLUMN contract text,
  ADD COLUMN base text,
  ADD FOREIGN KEY (tenant_id, contract) REFERENCES contract,
  ADD CHECK ((contract IS NULL) = (base IS NULL));
CREATE INDEX contract_draft_amends ON contract_draft (tenant_id, contract) WHERE contract IS NOT NULL;
