-- What a contract's facts have made of it, as a ticket's row keeps it: the next command decides on it. An ended contract covers no new report.
ALTER TABLE contract ADD COLUMN state_json jsonb, ADD COLUMN ended_at instant;

-- A retired plan, role or team stays for what was done under it and is offered to nobody any more.
ALTER TABLE plan ADD COLUMN retired_at instant;
ALTER TABLE role ADD COLUMN version integer NOT NULL DEFAULT 1, ADD COLUMN retired_at instant;
ALTER TABLE team ADD COLUMN version integer NOT NULL DEFAULT 1, ADD COLUMN retired_at instant;
REVOKE DELETE ON role, team FROM nuoxing_app;

-- A plan version that nobody has signed may still be put right; once a contract was bound to it, its text stays as it is, whoever asks.
GRANT UPDATE (title, yaml, parsed, hash, created_at, retired_at) ON plan TO nuoxing_app;
CREATE FUNCTION signed_plan_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM bound_plan b WHERE b.tenant_id = OLD.tenant_id AND b.plan = OLD.ref) THEN
    RAISE EXCEPTION 'the plan % is signed and stays as it is', OLD.ref;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER signed_plan_stays BEFORE UPDATE OF ref, id, version, title, yaml, parsed, hash ON plan FOR EACH ROW EXECUTE FUNCTION signed_plan_stays();

-- A contract that is still being written: a working paper, no fact yet. Its parties are checked when it is signed.
CREATE TABLE contract_draft (
  tenant_id text NOT NULL REFERENCES tenant,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  title text NOT NULL,
  content jsonb NOT NULL,
  person text NOT NULL,
  created_at instant NOT NULL,
  changed_at instant NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, person) REFERENCES person
);
GRANT SELECT, INSERT, UPDATE, DELETE ON contract_draft TO nuoxing_app;
ALTER TABLE contract_draft ENABLE ROW LEVEL SECURITY;
ALTER TABLE contract_draft FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON contract_draft TO nuoxing_app USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
CREATE POLICY owner ON contract_draft TO CURRENT_USER USING (true) WITH CHECK (true);

-- Actions that are new: the shipped roles of firms that are there already get them as new firms do.
UPDATE role SET grants = grants || '[{"action": "plan.manage", "scope": "all"}]'
WHERE id IN ('administrator', 'service-manager') AND NOT grants @> '[{"action": "plan.manage"}]';
UPDATE role SET grants = grants || '[{"action": "role.manage", "scope": "all"}]' WHERE id = 'administrator' AND NOT grants @> '[{"action": "role.manage"}]';
UPDATE role SET grants = grants || '[{"action": "team.manage", "scope": "all"}]'
WHERE id IN ('administrator', 'service-manager') AND NOT grants @> '[{"action": "team.manage"}]';
