-- 缺勤: when somebody of the firm is away. What it does to the shifts that they were planned for is told by facts; this says why, and until when nobody plans them again.
CREATE TABLE absence (
  tenant_id text NOT NULL REFERENCES tenant,
  id text NOT NULL,
  person text NOT NULL,
  start_at instant NOT NULL,
  end_at instant NOT NULL CHECK (end_at > start_at),
  reason text NOT NULL CHECK (reason IN ('leave', 'sick', 'training', 'elsewhere')),
  note text,
  recorded_by text NOT NULL,
  recorded_at instant NOT NULL,
  withdrawn_by text,
  withdrawn_at instant,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, person) REFERENCES person,
  FOREIGN KEY (tenant_id, recorded_by) REFERENCES person (tenant_id, id),
  FOREIGN KEY (tenant_id, withdrawn_by) REFERENCES person (tenant_id, id),
  CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
);
CREATE INDEX absence_end ON absence (tenant_id, end_at);
GRANT SELECT, INSERT, UPDATE ON absence TO nuoxing_app;
ALTER TABLE absence ENABLE ROW LEVEL SECURITY;
ALTER TABLE absence FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON absence TO nuoxing_app USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
CREATE POLICY owner ON absence TO CURRENT_USER USING (true) WITH CHECK (true);
