-- 上次来: when somebody was last at the desk, so that they are told what has changed since. `left_at`: the end of the visit before this one.
CREATE TABLE desk_visit (
  tenant_id text NOT NULL REFERENCES tenant,
  person text NOT NULL,
  left_at instant,
  seen_at instant NOT NULL,
  PRIMARY KEY (tenant_id, person),
  FOREIGN KEY (tenant_id, person) REFERENCES person
);
GRANT SELECT, INSERT, UPDATE ON desk_visit TO nuoxing_app;
ALTER TABLE desk_visit ENABLE ROW LEVEL SECURITY;
ALTER TABLE desk_visit FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON desk_visit TO nuoxing_app USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
CREATE POLICY owner ON desk_visit TO CURRENT_USER USING (true) WITH CHECK (true);
