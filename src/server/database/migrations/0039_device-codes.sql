-- 设备二维码: what is printed on a device, by which whoever stands before it reports a fault without a log-in. The secret is kept as it is, since a sheet is printed
-- again years later; it opens nothing but a report on this one device. `hour_from` and `used`: reports within the hour that runs, against abuse.
CREATE TABLE device_code (
  tenant_id text NOT NULL REFERENCES tenant,
  id text NOT NULL,
  asset text NOT NULL,
  secret text NOT NULL,
  made_at instant NOT NULL,
  made_by text NOT NULL,
  revoked_at instant,
  revoked_by text,
  hour_from instant NOT NULL DEFAULT 0,
  used integer NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, asset) REFERENCES asset,
  FOREIGN KEY (tenant_id, made_by) REFERENCES person,
  FOREIGN KEY (tenant_id, revoked_by) REFERENCES person
);
CREATE UNIQUE INDEX device_code_secret ON device_code (tenant_id, secret);
CREATE UNIQUE INDEX device_code_asset ON device_code (tenant_id, asset) WHERE revoked_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON device_code TO nuoxing_app;
ALTER TABLE device_code ENABLE ROW LEVEL SECURITY;
ALTER TABLE device_code FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON device_code TO nuoxing_app USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
CREATE POLICY owner ON device_code TO CURRENT_USER USING (true) WITH CHECK (true);
