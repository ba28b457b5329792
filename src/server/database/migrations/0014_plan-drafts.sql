-- Working copies of plans: no fact and no promise yet, kept so that another browser, or another person, goes on with them.
CREATE TABLE plan_draft (
  tenant_id text NOT NULL REFERENCES tenant,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  -- the version of a plan from which it began
  base text,
  yaml text NOT NULL,
  person text NOT NULL,
  created_at instant NOT NULL,
  changed_at instant NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, person) REFERENCES person,
  FOREIGN KEY (tenant_id, base) REFERENCES plan
);
GRANT SELECT, INSERT, UPDATE, DELETE ON plan_draft TO nuoxing_app;
ALTER TABLE plan_draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_draft FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON plan_draft TO nuoxing_app USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
CREATE POLICY owner ON plan_draft TO CURRENT_USER USING (true) WITH CHECK (true);
