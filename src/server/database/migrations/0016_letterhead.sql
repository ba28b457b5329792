-- 信头: as whom the firm signs its papers. It only grows: the highest version counts, the others say who changed what when.
CREATE TABLE letterhead (
  tenant_id text NOT NULL REFERENCES tenant,
  version integer NOT NULL CHECK (version > 0),
  firm text NOT NULL,
  address text,
  phone text,
  footer text,
  logo text,
  -- 印章
  seal text,
  person text NOT NULL,
  at instant NOT NULL,
  PRIMARY KEY (tenant_id, version),
  FOREIGN KEY (tenant_id, logo) REFERENCES file,
  FOREIGN KEY (tenant_id, seal) REFERENCES file,
  FOREIGN KEY (tenant_id, person) REFERENCES person
);
GRANT SELECT, INSERT ON letterhead TO nuoxing_app;
ALTER TABLE letterhead ENABLE ROW LEVEL SECURITY;
ALTER TABLE letterhead FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON letterhead TO nuoxing_app USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
CREATE POLICY owner ON letterhead TO CURRENT_USER USING (true) WITH CHECK (true);
