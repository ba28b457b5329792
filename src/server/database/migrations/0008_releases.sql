-- 豁免与免责: who asked to release which promise, and what a second person said to it. What happened stands in the ledger; this is what waits, and what waits for whom.
CREATE TABLE release (
  tenant_id text NOT NULL REFERENCES tenant,
  id text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('waive', 'excuse')),
  subject text NOT NULL,
  promise text NOT NULL,
  episode integer,
  state text NOT NULL CHECK (state IN ('waiting', 'in-force', 'refused', 'withdrawn')),
  alone boolean NOT NULL,
  customer text,
  contract text,
  ticket text,
  asked_by text NOT NULL,
  asked_at instant NOT NULL,
  decision text,
  decided_by text,
  decided_at instant,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, customer) REFERENCES customer,
  FOREIGN KEY (tenant_id, contract) REFERENCES contract,
  FOREIGN KEY (tenant_id, ticket) REFERENCES ticket,
  FOREIGN KEY (tenant_id, asked_by) REFERENCES person,
  FOREIGN KEY (tenant_id, decided_by) REFERENCES person
);
CREATE UNIQUE INDEX release_waiting ON release (tenant_id, subject, promise, (coalesce(episode, 0))) WHERE state = 'waiting';
CREATE INDEX release_asked ON release (tenant_id, asked_at DESC, id DESC);
GRANT SELECT, INSERT, UPDATE ON release TO nuoxing_app;
ALTER TABLE release ENABLE ROW LEVEL SECURITY;
ALTER TABLE release FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON release TO nuoxing_app USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
CREATE POLICY owner ON release TO CURRENT_USER USING (true) WITH CHECK (true);
