-- 附件. Contents stand once per tenant and hash, outside the database; here is which there are.
CREATE TABLE file_content (
  tenant_id text NOT NULL REFERENCES tenant,
  sha256 text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  size bigint NOT NULL,
  -- whoever brings the same contents again holds them for another day against the broom
  held_at instant NOT NULL,
  PRIMARY KEY (tenant_id, sha256)
);

-- One upload of one person. It is being sent while it has no content; `received` is how much has arrived.
CREATE TABLE file (
  tenant_id text NOT NULL REFERENCES tenant,
  id text NOT NULL,
  name text NOT NULL,
  size bigint NOT NULL CHECK (size > 0),
  sha256 text NOT NULL,
  received bigint NOT NULL DEFAULT 0 CHECK (received BETWEEN 0 AND size),
  content text CHECK (content = sha256),
  media_type text CHECK ((media_type IS NULL) = (content IS NULL)),
  person text NOT NULL,
  announced_at instant NOT NULL,
  changed_at instant NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, person) REFERENCES person,
  FOREIGN KEY (tenant_id, content) REFERENCES file_content
);
CREATE INDEX file_same ON file (tenant_id, sha256);
CREATE INDEX file_sending ON file (tenant_id, person) WHERE content IS NULL;

-- Where a file is attached: the subject, and the fact whose evidence it is. Written with the fact, which carries id and hash under its seal.
CREATE TABLE file_use (
  tenant_id text NOT NULL REFERENCES tenant,
  id text NOT NULL,
  file text NOT NULL,
  subject text NOT NULL,
  fact text,
  at instant NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE NULLS NOT DISTINCT (tenant_id, file, subject, fact),
  FOREIGN KEY (tenant_id, file) REFERENCES file,
  FOREIGN KEY (tenant_id, fact) REFERENCES fact (tenant_id, id) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX file_use_fact ON file_use (tenant_id, fact);
CREATE INDEX file_use_subject ON file_use (tenant_id, subject);

GRANT SELECT, INSERT, UPDATE ON file_content TO nuoxing_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON file TO nuoxing_app;
GRANT SELECT, INSERT ON file_use TO nuoxing_app;
ALTER TABLE file_content ENABLE ROW LEVEL SECURITY;
ALTER TABLE file_content FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON file_content TO nuoxing_app USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
CREATE POLICY owner ON file_content TO CURRENT_USER USING (true) WITH CHECK (true);
ALTER TABLE file ENABLE ROW LEVEL SECURITY;
ALTER TABLE file FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON file TO nuoxing_app USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
CREATE POLICY owner ON file TO CURRENT_USER USING (true) WITH CHECK (true);
ALTER TABLE file_use ENABLE ROW LEVEL SECURITY;
ALTER TABLE file_use FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON file_use TO nuoxing_app USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
CREATE POLICY owner ON file_use TO CURRENT_USER USING (true) WITH CHECK (true);
