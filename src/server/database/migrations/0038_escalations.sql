-- 升级: each broken clock of a ticket on its way up, as its facts have made it: who was told last, who has acknowledged, and when the next rung is told.
CREATE TABLE escalation (
  tenant_id text NOT NULL REFERENCES tenant,
  -- the fact that told the first rung
  id text NOT NULL,
  ticket text NOT NULL,
  effect text NOT NULL,
  promise text NOT NULL,
  episode integer NOT NULL,
  rungs text[] NOT NULL,
  rung integer NOT NULL,
  told_at instant NOT NULL,
  wait_ms bigint NOT NULL,
  -- at the last rung, and at any
  reached text[] NOT NULL,
  people text[] NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'acknowledged', 'ended')),
  by_person text,
  at instant,
  -- when the next rung is told; none: nobody follows
  next_at instant,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, effect),
  FOREIGN KEY (tenant_id, ticket) REFERENCES ticket,
  FOREIGN KEY (tenant_id, by_person) REFERENCES person
);
CREATE INDEX escalation_next ON escalation (tenant_id, next_at) WHERE next_at IS NOT NULL;
CREATE INDEX escalation_ticket ON escalation (tenant_id, ticket);
CREATE INDEX escalation_waiting ON escalation (tenant_id, told_at) WHERE state = 'waiting';
GRANT SELECT, INSERT, UPDATE ON escalation TO nuoxing_app;
ALTER TABLE escalation ENABLE ROW LEVEL SECURITY;
ALTER TABLE escalation FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON escalation TO nuoxing_app USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
CREATE POLICY owner ON escalation TO CURRENT_USER USING (true) WITH CHECK (true);

-- How long a rung has to acknowledge, and who is told after the roles that a plan names; without a row the product's own.
CREATE TABLE escalation_setting (
  tenant_id text NOT NULL REFERENCES tenant,
  version integer NOT NULL DEFAULT 1,
  wait_minutes integer NOT NULL CHECK (wait_minutes BETWEEN 1 AND 1440),
  further text[] NOT NULL,
  changed_by text NOT NULL,
  changed_at instant NOT NULL,
  PRIMARY KEY (tenant_id),
  FOREIGN KEY (tenant_id, changed_by) REFERENCES person
);
GRANT SELECT, INSERT, UPDATE ON escalation_setting TO nuoxing_app;
ALTER TABLE escalation_setting ENABLE ROW LEVEL SECURITY;
ALTER TABLE escalation_setting FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON escalation_setting TO nuoxing_app USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
CREATE POLICY owner ON escalation_setting TO CURRENT_USER USING (true) WITH CHECK (true);

-- Whose next rung is due, by each tenant's own clock; nothing else of any tenant.
CREATE FUNCTION due_rungs(now_ms bigint, at_most integer) RETURNS TABLE (tenant_id text, id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public' AS $$
  SELECT t.tenant_id, due.id FROM tenant t CROSS JOIN LATERAL (
    SELECT e.id, e.next_at FROM escalation e
    WHERE e.tenant_id = t.tenant_id AND e.next_at <= now_ms + t.clock_offset_ms ORDER BY e.next_at LIMIT at_most) due
$$;
REVOKE ALL ON FUNCTION due_rungs(bigint, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION due_rungs(bigint, integer) TO nuoxing_relay;
