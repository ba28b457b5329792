-- 费用单: what a ticket costs and why. `content` is what people wrote on it, `frozen` what was shown or issued; the sums stand beside it for lists.
CREATE TABLE invoice (
  tenant_id text NOT NULL REFERENCES tenant,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  number text,
  phase text NOT NULL CHECK (phase IN ('draft', 'shown', 'issued')),
  ticket text NOT NULL,
  contract text NOT NULL,
  customer text NOT NULL,
  asset text,
  corrects text,
  content jsonb NOT NULL,
  frozen jsonb,
  total_fen bigint,
  free_fen bigint,
  state_json jsonb,
  person text NOT NULL,
  created_at instant NOT NULL,
  changed_at instant NOT NULL,
  shown_at instant,
  issued_at instant,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, number),
  FOREIGN KEY (tenant_id, ticket) REFERENCES ticket,
  FOREIGN KEY (tenant_id, contract) REFERENCES contract,
  FOREIGN KEY (tenant_id, customer) REFERENCES customer,
  FOREIGN KEY (tenant_id, asset) REFERENCES asset,
  FOREIGN KEY (tenant_id, person) REFERENCES person,
  FOREIGN KEY (tenant_id, corrects) REFERENCES invoice
);
CREATE INDEX invoice_changed ON invoice (tenant_id, changed_at DESC, id DESC);
CREATE INDEX invoice_customer ON invoice (tenant_id, customer, changed_at DESC, id DESC);
-- one bill of a ticket is being written at a time; one bill is corrected once
CREATE UNIQUE INDEX invoice_open ON invoice (tenant_id, ticket) WHERE phase <> 'issued';
CREATE UNIQUE INDEX invoice_corrects ON invoice (tenant_id, corrects) WHERE corrects IS NOT NULL;
GRANT SELECT, INSERT, UPDATE, DELETE ON invoice TO nuoxing_app;
ALTER TABLE invoice ENABLE ROW LEVEL SECURITY;
ALTER TABLE invoice FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON invoice TO nuoxing_app USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
CREATE POLICY owner ON invoice TO CURRENT_USER USING (true) WITH CHECK (true);

-- What was issued stays; a correction is a bill of its own.
CREATE FUNCTION issued_invoice_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.phase = 'issued' THEN
    RAISE EXCEPTION 'invoice % was issued and stays as it is', OLD.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER issued_invoice_stays BEFORE UPDATE OR DELETE ON invoice FOR EACH ROW EXECUTE FUNCTION issued_invoice_stays();

-- Actions that are new: the shipped roles of firms that are there already get them as new firms do.
UPDATE role SET grants = grants || '[{"action": "invoice.read", "scope": "all"}]'
WHERE id IN ('administrator', 'service-manager', 'hotline-agent', 'dispatcher', 'engineer', 'parts-keeper', 'account-manager', 'project-manager', 'senior-management', 'customer-administrator')
  AND NOT grants @> '[{"action": "invoice.read"}]';
UPDATE role SET grants = grants || '[{"action": "invoice.manage", "scope": "all"}]'
WHERE id IN ('service-manager', 'hotline-agent', 'account-manager')
  AND NOT grants @> '[{"action": "invoice.manage"}]';
UPDATE role SET grants = grants || '[{"action": "invoice.agree", "scope": "all"}]'
WHERE id IN ('service-manager', 'hotline-agent', 'account-manager', 'customer-administrator')
  AND NOT grants @> '[{"action": "invoice.agree"}]';
