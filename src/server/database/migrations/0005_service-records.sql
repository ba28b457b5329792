-- 服务记录: a visit, a callback, a report, a loan … as its steps have made it. What happened stands in the ledger; this is where the next step begins.
CREATE TABLE service_record (
  tenant_id text NOT NULL REFERENCES tenant,
  id text NOT NULL,
  noun text NOT NULL,
  phase text NOT NULL,
  version integer NOT NULL,
  customer text NOT NULL,
  contract text,
  ticket text,
  site text,
  asset text,
  state_json jsonb NOT NULL,
  opened_at instant NOT NULL,
  changed_at instant NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, customer) REFERENCES customer,
  FOREIGN KEY (tenant_id, contract) REFERENCES contract,
  FOREIGN KEY (tenant_id, ticket) REFERENCES ticket,
  FOREIGN KEY (tenant_id, site) REFERENCES site,
  FOREIGN KEY (tenant_id, asset) REFERENCES asset
);
CREATE INDEX service_record_contract ON service_record (tenant_id, contract, changed_at DESC, id DESC);
CREATE INDEX service_record_ticket ON service_record (tenant_id, ticket, changed_at DESC, id DESC);
GRANT SELECT, INSERT, UPDATE ON service_record TO nuoxing_app;
ALTER TABLE service_record ENABLE ROW LEVEL SECURITY;
ALTER TABLE service_record FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON service_record TO nuoxing_app USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
CREATE POLICY owner ON service_record TO CURRENT_USER USING (true) WITH CHECK (true);

-- Actions that are new: the shipped roles of firms that are there already get them as new firms do.
UPDATE role SET grants = grants || '[{"action": "service.read", "scope": "all"}]'
WHERE id IN ('administrator', 'service-manager', 'hotline-agent', 'dispatcher', 'engineer', 'parts-keeper', 'account-manager', 'project-manager', 'senior-management')
  AND NOT grants @> '[{"action": "service.read"}]';
UPDATE role SET grants = grants || '[{"action": "service.record", "scope": "all"}]'
WHERE id IN ('service-manager', 'hotline-agent', 'dispatcher', 'engineer', 'parts-keeper', 'account-manager', 'project-manager')
  AND NOT grants @> '[{"action": "service.record"}]';
