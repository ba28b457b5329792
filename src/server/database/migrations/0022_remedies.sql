-- 补偿: what a customer got of a remedy, on a bill or paid out; below zero it was taken back. Of two that would give the same one, the key lets one through.
CREATE TABLE remedy_entry (
  tenant_id text NOT NULL REFERENCES tenant,
  remedy text NOT NULL,
  nth integer NOT NULL CHECK (nth >= 1),
  contract text NOT NULL,
  fen bigint NOT NULL,
  how text NOT NULL CHECK (how IN ('bill', 'paid')),
  invoice text,
  fact text NOT NULL,
  person text NOT NULL,
  at instant NOT NULL,
  PRIMARY KEY (tenant_id, remedy, nth),
  FOREIGN KEY (tenant_id, contract) REFERENCES contract,
  FOREIGN KEY (tenant_id, invoice) REFERENCES invoice,
  FOREIGN KEY (tenant_id, person) REFERENCES person,
  CHECK ((how = 'bill') = (invoice IS NOT NULL))
);
CREATE INDEX remedy_entry_contract ON remedy_entry (tenant_id, contract);
-- what was given stays: it is put right by a further entry
GRANT SELECT, INSERT ON remedy_entry TO nuoxing_app;
ALTER TABLE remedy_entry ENABLE ROW LEVEL SECURITY;
ALTER TABLE remedy_entry FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON remedy_entry TO nuoxing_app USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
CREATE POLICY owner ON remedy_entry TO CURRENT_USER USING (true) WITH CHECK (true);
