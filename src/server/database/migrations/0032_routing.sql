-- 分派: to which team a report goes and whether it is ranked ahead, rule by rule in their order. What was decided stands in the fact of the report.
CREATE TABLE routing_rule (
  tenant_id text NOT NULL REFERENCES tenant,
  id text NOT NULL,
  place integer NOT NULL CHECK (place >= 0),
  name text NOT NULL,
  conditions jsonb NOT NULL,
  -- none: it only ranks
  team text,
  high boolean NOT NULL DEFAULT false,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, team) REFERENCES team
);
CREATE TABLE routing (
  tenant_id text NOT NULL REFERENCES tenant,
  version integer NOT NULL DEFAULT 1,
  -- where what no rule sends goes
  otherwise text,
  changed_by text NOT NULL,
  changed_at instant NOT NULL,
  PRIMARY KEY (tenant_id),
  FOREIGN KEY (tenant_id, otherwise) REFERENCES team,
  FOREIGN KEY (tenant_id, changed_by) REFERENCES person
);
GRANT SELECT, INSERT, UPDATE, DELETE ON routing_rule TO nuoxing_app;
GRANT SELECT, INSERT, UPDATE ON routing TO nuoxing_app;
ALTER TABLE routing_rule ENABLE ROW LEVEL SECURITY;
ALTER TABLE routing_rule FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON routing_rule TO nuoxing_app USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
CREATE POLICY owner ON routing_rule TO CURRENT_USER USING (true) WITH CHECK (true);
ALTER TABLE routing ENABLE ROW LEVEL SECURITY;
ALTER TABLE routing FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON routing TO nuoxing_app USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
CREATE POLICY owner ON routing TO CURRENT_USER USING (true) WITH CHECK (true);
-- 客户类别: a key customer may be ranked ahead
ALTER TABLE customer ADD COLUMN class text CHECK (class IN ('key', 'standard'));
-- ranked ahead in the queue, as its report was routed
ALTER TABLE ticket ADD COLUMN priority text CHECK (priority = 'high');
