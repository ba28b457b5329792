-- 签署: signatures of a contract that is still a draft. With the second one they go into the contract's first fact, and the working paper goes.
CREATE TABLE contract_signature (
  tenant_id text NOT NULL REFERENCES tenant,
  id text NOT NULL,
  draft text NOT NULL,
  side text NOT NULL CHECK (side IN ('vendor', 'customer')),
  signer text NOT NULL,
  -- civil day of the plan's zone
  signed_on text NOT NULL,
  -- SHA-256 of what was signed
  hash text NOT NULL,
  seal text NOT NULL,
  seal_sha256 text NOT NULL,
  document text NOT NULL,
  document_sha256 text NOT NULL,
  person text NOT NULL,
  at instant NOT NULL,
  -- it does not count any more: what it was put to was changed, or it was recorded in error
  voided_at instant,
  voided_by text,
  voided_why text CHECK (voided_why IN ('changed', 'withdrawn')),
  voided_reason text,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, draft) REFERENCES contract_draft ON DELETE CASCADE,
  FOREIGN KEY (tenant_id, seal) REFERENCES file,
  FOREIGN KEY (tenant_id, document) REFERENCES file,
  FOREIGN KEY (tenant_id, person) REFERENCES person,
  FOREIGN KEY (tenant_id, voided_by) REFERENCES person,
  CHECK ((voided_at IS NULL) = (voided_by IS NULL) AND (voided_at IS NULL) = (voided_why IS NULL))
);
CREATE UNIQUE INDEX contract_signature_standing ON contract_signature (tenant_id, draft, side) WHERE voided_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON contract_signature TO nuoxing_app;
ALTER TABLE contract_signature ENABLE ROW LEVEL SECURITY;
ALTER TABLE contract_signature FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON contract_signature TO nuoxing_app USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
CREATE POLICY owner ON contract_signature TO CURRENT_USER USING (true) WITH CHECK (true);
