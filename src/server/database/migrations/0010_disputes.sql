-- 异议: what somebody objects to, and how far it is. What was said stands in the ledger; this is what lists are read from.
CREATE TABLE dispute (
  tenant_id text NOT NULL REFERENCES tenant,
  id text NOT NULL,
  subject text NOT NULL,
  what text NOT NULL CHECK (what IN ('fact', 'pause', 'exclusion', 'verdict')),
  of_fact text,
  promise text,
  episode integer,
  verdict text,
  side text NOT NULL CHECK (side IN ('vendor', 'customer')),
  state text NOT NULL CHECK (state IN ('open', 'answered', 'upheld', 'rejected', 'withdrawn')),
  customer text,
  contract text,
  ticket text,
  raised_by text NOT NULL,
  raised_at instant NOT NULL,
  answer_by instant NOT NULL,
  answer text,
  answered_by text,
  answered_at instant,
  decision text,
  settled_by text,
  settled_at instant,
  remedy text,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, customer) REFERENCES customer,
  FOREIGN KEY (tenant_id, contract) REFERENCES contract,
  FOREIGN KEY (tenant_id, ticket) REFERENCES ticket,
  FOREIGN KEY (tenant_id, raised_by) REFERENCES person,
  FOREIGN KEY (tenant_id, answered_by) REFERENCES person,
  FOREIGN KEY (tenant_id, settled_by) REFERENCES person
);
CREATE UNIQUE INDEX dispute_once ON dispute (tenant_id, (coalesce(of_fact, subject || ' ' || promise || ' ' || episode))) WHERE state IN ('open', 'answered');
CREATE INDEX dispute_raised ON dispute (tenant_id, raised_at DESC, id DESC);
CREATE INDEX dispute_running ON dispute (tenant_id, contract) WHERE state IN ('open', 'answered');
GRANT SELECT, INSERT, UPDATE ON dispute TO nuoxing_app;
ALTER TABLE dispute ENABLE ROW LEVEL SECURITY;
ALTER TABLE dispute FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON dispute TO nuoxing_app USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
CREATE POLICY owner ON dispute TO CURRENT_USER USING (true) WITH CHECK (true);

-- Actions that are new: the shipped roles of firms that are there already get them as new firms do.
UPDATE role SET grants = grants || '[{"action": "dispute.raise", "scope": "all"}]'
WHERE id IN ('service-manager', 'hotline-agent', 'dispatcher', 'account-manager', 'project-manager', 'senior-management', 'customer-administrator')
  AND NOT grants @> '[{"action": "dispute.raise"}]';
UPDATE role SET grants = grants || '[{"action": "dispute.raise", "scope": "own"}]'
WHERE id IN ('engineer', 'customer-user') AND NOT grants @> '[{"action": "dispute.raise"}]';
UPDATE role SET grants = grants || '[{"action": "dispute.decide", "scope": "all"}]'
WHERE id IN ('service-manager', 'senior-management') AND NOT grants @> '[{"action": "dispute.decide"}]';
