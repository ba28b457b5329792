-- 节假日: what this firm published beyond the lists that come with the program, year by year; and which compiled calendar follows on which.
CREATE TABLE holiday_list (
  tenant_id text NOT NULL REFERENCES tenant,
  list text NOT NULL,
  year integer NOT NULL,
  announcement jsonb NOT NULL,
  published_by text NOT NULL,
  published_at instant NOT NULL,
  PRIMARY KEY (tenant_id, list, year),
  FOREIGN KEY (tenant_id, published_by) REFERENCES person
);
GRANT SELECT, INSERT ON holiday_list TO nuoxing_app;
ALTER TABLE holiday_list ENABLE ROW LEVEL SECURITY;
ALTER TABLE holiday_list FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON holiday_list TO nuoxing_app USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
CREATE POLICY owner ON holiday_list TO CURRENT_USER USING (true) WITH CHECK (true);

CREATE TABLE published_calendar (
  tenant_id text NOT NULL REFERENCES tenant,
  follows text NOT NULL,
  hash text NOT NULL,
  known_until integer NOT NULL,
  published_at instant NOT NULL,
  PRIMARY KEY (tenant_id, follows, hash),
  FOREIGN KEY (tenant_id, follows) REFERENCES calendar,
  FOREIGN KEY (tenant_id, hash) REFERENCES calendar
);
GRANT SELECT, INSERT ON published_calendar TO nuoxing_app;
ALTER TABLE published_calendar ENABLE ROW LEVEL SECURITY;
ALTER TABLE published_calendar FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON published_calendar TO nuoxing_app USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
CREATE POLICY owner ON published_calendar TO CURRENT_USER USING (true) WITH CHECK (true);
