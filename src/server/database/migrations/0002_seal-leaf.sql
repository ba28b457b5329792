-- The leaves of the seal's tree, so that an audit can name the fact that was changed or is missing, and not only say that one was.
CREATE TABLE seal_leaf (
  tenant_id text NOT NULL REFERENCES tenant,
  -- place in the tree, from 0
  n bigint NOT NULL,
  seq bigint NOT NULL,
  fact text NOT NULL,
  leaf text NOT NULL,
  PRIMARY KEY (tenant_id, n)
);
CREATE UNIQUE INDEX seal_leaf_fact ON seal_leaf (tenant_id, seq);
GRANT SELECT, INSERT ON seal_leaf TO nuoxing_app;
ALTER TABLE seal_leaf ENABLE ROW LEVEL SECURITY;
ALTER TABLE seal_leaf FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON seal_leaf TO nuoxing_app USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
CREATE POLICY owner ON seal_leaf TO CURRENT_USER USING (true) WITH CHECK (true);
