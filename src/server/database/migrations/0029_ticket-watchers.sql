-- 关注: who hears of what happens on a ticket, and reads it for that. By themselves, because somebody named them in a note, or because their ticket was merged into it.
CREATE TABLE ticket_watcher (
  tenant_id text NOT NULL REFERENCES tenant,
  ticket text NOT NULL,
  person text NOT NULL,
  via text NOT NULL CHECK (via IN ('self', 'mention', 'merge')),
  since instant NOT NULL,
  PRIMARY KEY (tenant_id, ticket, person),
  FOREIGN KEY (tenant_id, ticket) REFERENCES ticket,
  FOREIGN KEY (tenant_id, person) REFERENCES person
);
GRANT SELECT, INSERT, DELETE ON ticket_watcher TO nuoxing_app;
ALTER TABLE ticket_watcher ENABLE ROW LEVEL SECURITY;
ALTER TABLE ticket_watcher FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON ticket_watcher TO nuoxing_app USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
CREATE POLICY owner ON ticket_watcher TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE INDEX ticket_watcher_person ON ticket_watcher (tenant_id, person, ticket);

-- What they are told of: a fact of the ticket, each once. No effect of a promise, so it stands beside the inbox.
CREATE TABLE ticket_notice (
  tenant_id text NOT NULL REFERENCES tenant,
  id text NOT NULL,
  person text NOT NULL,
  ticket text NOT NULL,
  fact text NOT NULL,
  why text NOT NULL CHECK (why IN ('watch', 'mention')),
  at instant NOT NULL,
  read_at instant,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, person, fact),
  FOREIGN KEY (tenant_id, ticket) REFERENCES ticket,
  FOREIGN KEY (tenant_id, person) REFERENCES person
);
GRANT SELECT, INSERT, UPDATE ON ticket_notice TO nuoxing_app;
ALTER TABLE ticket_notice ENABLE ROW LEVEL SECURITY;
ALTER TABLE ticket_notice FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON ticket_notice TO nuoxing_app USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
CREATE POLICY owner ON ticket_notice TO CURRENT_USER USING (true) WITH CHECK (true);
CREATE INDEX ticket_notice_person ON ticket_notice (tenant_id, person, at DESC, id DESC);
