-- 签署文件: the signed document that a version of a plan was made of, its passages, and what people ruled of them. All of it only grows: a new document
-- replaces the one before by being the last.
CREATE TABLE plan_document (
  tenant_id text NOT NULL REFERENCES tenant,
  id text NOT NULL,
  plan text NOT NULL,
  -- from 1 for each version of a plan; the highest is the one that counts
  n integer NOT NULL,
  file text NOT NULL,
  sha256 text NOT NULL,
  -- where the format has pages
  pages integer,
  person text NOT NULL,
  at instant NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, plan, n),
  FOREIGN KEY (tenant_id, plan) REFERENCES plan,
  FOREIGN KEY (tenant_id, file) REFERENCES file,
  FOREIGN KEY (tenant_id, sha256) REFERENCES file_content,
  FOREIGN KEY (tenant_id, person) REFERENCES person
);

CREATE TABLE plan_passage (
  tenant_id text NOT NULL REFERENCES tenant,
  document text NOT NULL,
  -- place in the document, from 0
  place integer NOT NULL,
  kind text NOT NULL CHECK (kind IN ('heading', 'paragraph', 'item', 'row')),
  level integer NOT NULL,
  text text NOT NULL,
  cells jsonb,
  page integer,
  PRIMARY KEY (tenant_id, document, place),
  FOREIGN KEY (tenant_id, document) REFERENCES plan_document
);

-- What a passage carries, as somebody ruled: parts of the plan by their keys, none of them, or null: what is proposed counts again. The highest n counts.
CREATE TABLE passage_ruling (
  tenant_id text NOT NULL REFERENCES tenant,
  document text NOT NULL,
  place integer NOT NULL,
  n integer NOT NULL,
  parts text[],
  person text NOT NULL,
  at instant NOT NULL,
  PRIMARY KEY (tenant_id, document, place, n),
  FOREIGN KEY (tenant_id, document, place) REFERENCES plan_passage,
  FOREIGN KEY (tenant_id, person) REFERENCES person
);

GRANT SELECT, INSERT ON plan_document, plan_passage, passage_ruling TO nuoxing_app;
ALTER TABLE plan_document ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_document FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON plan_document TO nuoxing_app USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
CREATE POLICY owner ON plan_document TO CURRENT_USER USING (true) WITH CHECK (true);
ALTER TABLE plan_passage ENABLE ROW LEVEL SECURITY;
ALTER TABLE plan_passage FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON plan_passage TO nuoxing_app USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
CREATE POLICY owner ON plan_passage TO CURRENT_USER USING (true) WITH CHECK (true);
ALTER TABLE passage_ruling ENABLE ROW LEVEL SECURITY;
ALTER TABLE passage_ruling FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON passage_ruling TO nuoxing_app USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant());
CREATE POLICY owner ON passage_ruling TO CURRENT_USER USING (true) WITH CHECK (true);
