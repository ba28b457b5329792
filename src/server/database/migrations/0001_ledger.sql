-- The ledger and everything that stands around it. Every table begins its primary key with tenant_id and is guarded by row-level security
-- (last block of this file), foreign keys carry tenant_id, so that the schema can shard by tenant.
-- Instants are epoch milliseconds, as in the core: exact, and free of any session's zone.

CREATE DOMAIN instant AS bigint;

CREATE TABLE tenant (
  tenant_id text PRIMARY KEY CHECK (tenant_id ~ '^[a-z0-9][a-z0-9-]{0,39}$'),
  name text NOT NULL,
  timezone text NOT NULL,
  locale text NOT NULL DEFAULT 'zh-CN',
  demo boolean NOT NULL DEFAULT false,
  -- what the tenant's clock shows beyond the machine's; only ever grows
  clock_offset_ms bigint NOT NULL DEFAULT 0,
  -- the demo's past is being told: { done, total }
  seeding jsonb,
  settings jsonb NOT NULL DEFAULT '{}',
  created_at instant NOT NULL
);

CREATE FUNCTION tenant_clock_only_grows() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.clock_offset_ms < OLD.clock_offset_ms THEN
    RAISE EXCEPTION 'a tenant''s clock only goes forward' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER tenant_clock BEFORE UPDATE OF clock_offset_ms ON tenant FOR EACH ROW EXECUTE FUNCTION tenant_clock_only_grows();

-- People -----------------------------------------------------------------------------------------------------------------

CREATE TABLE team (
  tenant_id text NOT NULL REFERENCES tenant,
  id text NOT NULL,
  name text NOT NULL,
  parent text,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, parent) REFERENCES team
);

CREATE TABLE customer (
  tenant_id text NOT NULL REFERENCES tenant,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  name text NOT NULL,
  -- pinyin initials of the name, written with it: what people type
  initials text NOT NULL DEFAULT '',
  contact_name text,
  contact_phone text,
  note text,
  created_at instant NOT NULL,
  changed_at instant NOT NULL,
  PRIMARY KEY (tenant_id, id)
);

CREATE TABLE person (
  tenant_id text NOT NULL REFERENCES tenant,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  name text NOT NULL,
  initials text NOT NULL DEFAULT '',
  account text NOT NULL CHECK (account ~ '^[a-z0-9][a-z0-9._-]{0,39}$'),
  password_hash text,
  phone text,
  email text,
  team text,
  customer text,
  locale text,
  theme text NOT NULL DEFAULT 'system',
  failed_logins integer NOT NULL DEFAULT 0,
  locked_until instant,
  left_at instant,
  created_at instant NOT NULL,
  changed_at instant NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, account),
  FOREIGN KEY (tenant_id, team) REFERENCES team,
  FOREIGN KEY (tenant_id, customer) REFERENCES customer
);

-- Roles are data: grants are [{action, scope}]
CREATE TABLE role (
  tenant_id text NOT NULL REFERENCES tenant,
  id text NOT NULL,
  name text,
  grants jsonb NOT NULL,
  PRIMARY KEY (tenant_id, id)
);

CREATE TABLE person_role (
  tenant_id text NOT NULL,
  person text NOT NULL,
  role text NOT NULL,
  PRIMARY KEY (tenant_id, person, role),
  FOREIGN KEY (tenant_id, person) REFERENCES person,
  FOREIGN KEY (tenant_id, role) REFERENCES role
);

CREATE TABLE session (
  tenant_id text NOT NULL,
  secret_hash bytea NOT NULL,
  person text NOT NULL,
  created_at instant NOT NULL,
  expires_at instant NOT NULL,
  last_seen_at instant NOT NULL,
  address text,
  agent text,
  PRIMARY KEY (tenant_id, secret_hash),
  FOREIGN KEY (tenant_id, person) REFERENCES person
);
CREATE INDEX session_person ON session (tenant_id, person);

CREATE TABLE token (
  tenant_id text NOT NULL,
  id text NOT NULL,
  secret_hash bytea NOT NULL,
  person text NOT NULL,
  name text NOT NULL,
  scopes text[] NOT NULL,
  created_at instant NOT NULL,
  expires_at instant,
  last_used_at instant,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, secret_hash),
  FOREIGN KEY (tenant_id, person) REFERENCES person
);

-- One-time links: password reset, first administrator
CREATE TABLE one_time_link (
  tenant_id text NOT NULL,
  secret_hash bytea NOT NULL,
  kind text NOT NULL CHECK (kind IN ('reset', 'setup')),
  person text,
  created_at instant NOT NULL,
  expires_at instant NOT NULL,
  used_at instant,
  PRIMARY KEY (tenant_id, secret_hash),
  FOREIGN KEY (tenant_id) REFERENCES tenant,
  FOREIGN KEY (tenant_id, person) REFERENCES person
);

-- What people did: append-only, searchable
CREATE TABLE trail (
  tenant_id text NOT NULL REFERENCES tenant,
  id bigint GENERATED ALWAYS AS IDENTITY,
  at instant NOT NULL,
  person text,
  action text NOT NULL,
  subject text,
  address text,
  data jsonb NOT NULL DEFAULT '{}',
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX trail_at ON trail (tenant_id, at DESC, id DESC);

-- Places, devices, contracts ---------------------------------------------------------------------------------------------

CREATE TABLE site (
  tenant_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  customer text NOT NULL,
  name text NOT NULL,
  initials text NOT NULL DEFAULT '',
  address text,
  timezone text NOT NULL,
  -- the plan's zone (市区, 郊县 …) and further dimensions that the site sets
  zone text,
  dimensions jsonb NOT NULL DEFAULT '{}',
  created_at instant NOT NULL,
  changed_at instant NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, customer) REFERENCES customer
);
CREATE INDEX site_customer ON site (tenant_id, customer);

CREATE TABLE asset (
  tenant_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  customer text NOT NULL,
  site text NOT NULL,
  name text NOT NULL,
  initials text NOT NULL DEFAULT '',
  model text,
  serial text,
  class text,
  accepted_on text,
  dimensions jsonb NOT NULL DEFAULT '{}',
  created_at instant NOT NULL,
  changed_at instant NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, customer) REFERENCES customer,
  FOREIGN KEY (tenant_id, site) REFERENCES site
);
CREATE INDEX asset_site ON asset (tenant_id, site);
CREATE INDEX asset_customer ON asset (tenant_id, customer);
CREATE UNIQUE INDEX asset_serial ON asset (tenant_id, serial);

-- A plan version is immutable once it stands here
CREATE TABLE plan (
  tenant_id text NOT NULL REFERENCES tenant,
  ref text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  title text NOT NULL,
  yaml text NOT NULL,
  hash text NOT NULL,
  created_at instant NOT NULL,
  PRIMARY KEY (tenant_id, ref)
);

CREATE TABLE contract (
  tenant_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  number text NOT NULL,
  title text NOT NULL,
  initials text NOT NULL DEFAULT '',
  customer text NOT NULL,
  plan text NOT NULL,
  terms jsonb NOT NULL DEFAULT '[]',
  -- hash of plan and terms as bound, with the calendars' hashes: what derive reads
  bound_hash text NOT NULL,
  signed_on text,
  starts_on text,
  ends_on text,
  created_at instant NOT NULL,
  changed_at instant NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, number),
  FOREIGN KEY (tenant_id, customer) REFERENCES customer,
  FOREIGN KEY (tenant_id, plan) REFERENCES plan
);
CREATE INDEX contract_customer ON contract (tenant_id, customer);

-- Plan, terms and compiled calendars as one pinned version: an instance stays under the version of its opening, whatever a later tz database says
CREATE TABLE bound_plan (
  tenant_id text NOT NULL,
  hash text NOT NULL,
  plan text NOT NULL,
  terms jsonb NOT NULL,
  -- id of the calendar → its compiled spans
  calendars jsonb NOT NULL,
  created_at instant NOT NULL,
  PRIMARY KEY (tenant_id, hash),
  FOREIGN KEY (tenant_id, plan) REFERENCES plan
);

CREATE TABLE contract_site (
  tenant_id text NOT NULL,
  contract text NOT NULL,
  site text NOT NULL,
  PRIMARY KEY (tenant_id, contract, site),
  FOREIGN KEY (tenant_id, contract) REFERENCES contract,
  FOREIGN KEY (tenant_id, site) REFERENCES site
);

CREATE TABLE contract_asset (
  tenant_id text NOT NULL,
  contract text NOT NULL,
  asset text NOT NULL,
  PRIMARY KEY (tenant_id, contract, asset),
  FOREIGN KEY (tenant_id, contract) REFERENCES contract,
  FOREIGN KEY (tenant_id, asset) REFERENCES asset
);
CREATE INDEX contract_asset_asset ON contract_asset (tenant_id, asset);

-- The contract's own people for roles: lead, dedicated-engineer …
CREATE TABLE contract_person (
  tenant_id text NOT NULL,
  contract text NOT NULL,
  role text NOT NULL,
  person text NOT NULL,
  PRIMARY KEY (tenant_id, contract, role, person),
  FOREIGN KEY (tenant_id, contract) REFERENCES contract,
  FOREIGN KEY (tenant_id, person) REFERENCES person
);

-- The ledger -------------------------------------------------------------------------------------------------------------

-- Positions are not an order of commits (two transactions may finish the other way round); within one subject they are, since its writers wait for each other.
CREATE SEQUENCE ledger_position;

CREATE TABLE fact (
  tenant_id text NOT NULL REFERENCES tenant,
  seq bigint NOT NULL,
  id text NOT NULL,
  subject text NOT NULL,
  also text[] NOT NULL DEFAULT '{}',
  type text NOT NULL,
  occurred_at instant NOT NULL,
  recorded_at instant NOT NULL,
  source text NOT NULL,
  by_person text,
  data jsonb NOT NULL,
  -- salt of the leaf in the seal's tree: without it a leaf's hash could be guessed from outside
  salt text NOT NULL,
  -- the writing transaction: below the oldest running one the order (xid, seq) is fixed, and can be sealed
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  PRIMARY KEY (tenant_id, seq)
);
CREATE UNIQUE INDEX fact_id ON fact (tenant_id, id);
CREATE INDEX fact_order ON fact (tenant_id, xid, seq);

-- Personal data and free text beside the fact, under a salted hash that the fact carries: it can be erased without breaking a seal
CREATE TABLE fact_text (
  tenant_id text NOT NULL,
  fact text NOT NULL,
  field text NOT NULL,
  text text,
  salt text NOT NULL,
  erased_at instant,
  PRIMARY KEY (tenant_id, fact, field)
);

-- Which subjects a fact names: an owner reads exactly the facts that name it
CREATE TABLE fact_subject (
  tenant_id text NOT NULL,
  subject text NOT NULL,
  seq bigint NOT NULL,
  PRIMARY KEY (tenant_id, subject, seq)
);

-- The record of one subject as folded so far, and when it must be woken
CREATE TABLE record_state (
  tenant_id text NOT NULL,
  subject text NOT NULL,
  version integer NOT NULL,
  bound_hash text NOT NULL,
  position bigint NOT NULL,
  next_wake_at instant,
  record jsonb NOT NULL,
  PRIMARY KEY (tenant_id, subject),
  FOREIGN KEY (tenant_id, bound_hash) REFERENCES bound_plan
);
CREATE INDEX record_wake ON record_state (next_wake_at) WHERE next_wake_at IS NOT NULL;

CREATE TABLE ticket (
  tenant_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  number text NOT NULL,
  type text NOT NULL,
  state text NOT NULL,
  channel text NOT NULL,
  title text NOT NULL,
  customer text,
  site text,
  asset text,
  contract text,
  assignee text,
  team text,
  grade text,
  customer_grade text,
  reported_at instant NOT NULL,
  changed_at instant NOT NULL,
  closed_at instant,
  -- the clock that comes first: the nearest open one, else the last broken; what lists sort by
  due_at instant,
  due_promise text,
  -- 0 nothing open, 1 open, 2 paused only, 3 broken and not yet fulfilled
  clock_rank smallint NOT NULL DEFAULT 0,
  state_json jsonb NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, customer) REFERENCES customer,
  FOREIGN KEY (tenant_id, site) REFERENCES site,
  FOREIGN KEY (tenant_id, asset) REFERENCES asset,
  FOREIGN KEY (tenant_id, contract) REFERENCES contract,
  FOREIGN KEY (tenant_id, assignee) REFERENCES person,
  FOREIGN KEY (tenant_id, team) REFERENCES team
);
CREATE UNIQUE INDEX ticket_number ON ticket (tenant_id, number);
CREATE INDEX ticket_open_due ON ticket (tenant_id, due_at, id) WHERE closed_at IS NULL;
CREATE INDEX ticket_reported ON ticket (tenant_id, reported_at DESC, id DESC);
CREATE INDEX ticket_customer ON ticket (tenant_id, customer, reported_at DESC);
CREATE INDEX ticket_contract ON ticket (tenant_id, contract, reported_at DESC);
CREATE INDEX ticket_assignee ON ticket (tenant_id, assignee, due_at) WHERE closed_at IS NULL;

CREATE TABLE obligation (
  tenant_id text NOT NULL,
  subject text NOT NULL,
  promise text NOT NULL,
  episode integer NOT NULL,
  ticket text,
  contract text,
  customer text,
  state text NOT NULL,
  opened_at instant NOT NULL,
  due_at instant,
  target_at instant,
  kept_at instant,
  broken_at instant,
  fulfilled_at instant,
  ended_at instant,
  provisional boolean NOT NULL,
  paused_ms bigint NOT NULL,
  evidence text[] NOT NULL,
  why jsonb NOT NULL,
  PRIMARY KEY (tenant_id, subject, promise, episode)
);
CREATE INDEX obligation_due ON obligation (tenant_id, due_at) WHERE state IN ('open', 'paused');
CREATE INDEX obligation_contract ON obligation (tenant_id, contract, promise, opened_at);
CREATE INDEX obligation_ticket ON obligation (tenant_id, ticket);

-- What was believed when: append-only
CREATE TABLE belief (
  tenant_id text NOT NULL,
  id bigint GENERATED ALWAYS AS IDENTITY,
  subject text NOT NULL,
  promise text NOT NULL,
  episode integer NOT NULL,
  at instant NOT NULL,
  state text NOT NULL,
  due_at instant,
  kept_at instant,
  broken_at instant,
  fulfilled_at instant,
  provisional boolean NOT NULL,
  PRIMARY KEY (tenant_id, id)
);
CREATE INDEX belief_subject ON belief (tenant_id, subject, id);

-- What follows, one row an effect, in the transaction of its cause
CREATE TABLE effect (
  tenant_id text NOT NULL,
  key text NOT NULL,
  subject text NOT NULL,
  promise text NOT NULL,
  episode integer NOT NULL,
  kind text NOT NULL,
  "to" text NOT NULL,
  at instant NOT NULL,
  of text,
  -- null: waits for the relay
  handed_at instant,
  delivered_at instant,
  PRIMARY KEY (tenant_id, key)
);
CREATE INDEX effect_waiting ON effect (at) WHERE handed_at IS NULL;

-- One line a person and effect: delivered once, acknowledged or not
CREATE TABLE inbox (
  tenant_id text NOT NULL,
  id text NOT NULL,
  person text NOT NULL,
  effect text NOT NULL,
  kind text NOT NULL,
  subject text NOT NULL,
  promise text NOT NULL,
  episode integer NOT NULL,
  at instant NOT NULL,
  delivered_at instant NOT NULL,
  acknowledged_at instant,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, effect, person),
  FOREIGN KEY (tenant_id, person) REFERENCES person
);
CREATE INDEX inbox_person ON inbox (tenant_id, person, delivered_at DESC);

-- The first answer to each keyed write; the same key with another body is refused
CREATE TABLE idempotency (
  tenant_id text NOT NULL,
  person text NOT NULL,
  key text NOT NULL,
  body_hash text NOT NULL,
  answer jsonb NOT NULL,
  created_at instant NOT NULL,
  PRIMARY KEY (tenant_id, person, key)
);
CREATE INDEX idempotency_age ON idempotency (tenant_id, created_at);

-- Readable numbers per tenant, kind and year; taken in blocks that grow with the load, so that tickets do not wait for each other's commit
CREATE TABLE number_sequence (
  tenant_id text NOT NULL REFERENCES tenant,
  kind text NOT NULL,
  year integer NOT NULL,
  last integer NOT NULL,
  PRIMARY KEY (tenant_id, kind, year)
);

-- Seals: signed heads of the tenant's tree, chained
CREATE TABLE seal_head (
  tenant_id text NOT NULL REFERENCES tenant,
  size bigint NOT NULL,
  root text NOT NULL,
  previous text,
  at instant NOT NULL,
  payload text NOT NULL,
  signature text NOT NULL,
  key_id text NOT NULL,
  -- the right edge of the tree, to append without reading every leaf
  frontier jsonb NOT NULL,
  -- the last sealed fact in sealing order
  last_xid xid8 NOT NULL,
  last_seq bigint NOT NULL,
  PRIMARY KEY (tenant_id, size)
);

-- Desk ------------------------------------------------------------------------------------------------------------------

CREATE TABLE saved_view (
  tenant_id text NOT NULL,
  id text NOT NULL,
  person text NOT NULL,
  shared boolean NOT NULL DEFAULT false,
  name text NOT NULL,
  query jsonb NOT NULL,
  created_at instant NOT NULL,
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, person) REFERENCES person
);

CREATE TABLE draft (
  tenant_id text NOT NULL,
  person text NOT NULL,
  subject text NOT NULL,
  kind text NOT NULL,
  text text NOT NULL,
  changed_at instant NOT NULL,
  PRIMARY KEY (tenant_id, person, subject, kind),
  FOREIGN KEY (tenant_id, person) REFERENCES person
);

-- Roles of the database ---------------------------------------------------------------------------------------------------
-- app: everything that serves people, under row-level security. clock: asks one question, what falls due. relay: hands effects on; exempt and named so.

DO $$
BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'nuoxing_app') THEN CREATE ROLE nuoxing_app NOLOGIN; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'nuoxing_clock') THEN CREATE ROLE nuoxing_clock NOLOGIN; END IF;
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'nuoxing_relay') THEN CREATE ROLE nuoxing_relay NOLOGIN; END IF;
END $$;

GRANT USAGE ON SCHEMA public TO nuoxing_app, nuoxing_clock, nuoxing_relay;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO nuoxing_app;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO nuoxing_app;
-- append-only: what was recorded, believed, sealed, done or signed cannot be changed by the application
REVOKE UPDATE, DELETE ON fact, fact_subject, belief, seal_head, trail, plan, bound_plan FROM nuoxing_app;
REVOKE DELETE ON ticket, obligation, effect, inbox, record_state, person, customer, site, asset, contract, tenant FROM nuoxing_app;
-- corrections that take an instance away with its cause (law 10) do remove its row
GRANT DELETE ON obligation TO nuoxing_app;
REVOKE INSERT ON tenant FROM nuoxing_app;

-- Tenant, subject and due time of what falls due; nothing else of any tenant. A tenant's own clock decides.
CREATE FUNCTION due_subjects(now_ms bigint, at_most integer) RETURNS TABLE (tenant_id text, subject text, due_at bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT r.tenant_id, r.subject, r.next_wake_at::bigint
  FROM record_state r JOIN tenant t USING (tenant_id)
  WHERE r.next_wake_at IS NOT NULL AND r.next_wake_at <= now_ms + t.clock_offset_ms
  ORDER BY r.next_wake_at LIMIT at_most
$$;
-- The earliest instant, by the machine's clock, at which something falls due.
CREATE FUNCTION next_due() RETURNS bigint
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT min(w.at) FROM tenant t CROSS JOIN LATERAL (
    SELECT r.next_wake_at - t.clock_offset_ms AS at FROM record_state r
    WHERE r.tenant_id = t.tenant_id AND r.next_wake_at IS NOT NULL ORDER BY r.next_wake_at LIMIT 1) w
$$;
CREATE INDEX record_wake_tenant ON record_state (tenant_id, next_wake_at) WHERE next_wake_at IS NOT NULL;
REVOKE ALL ON FUNCTION due_subjects(bigint, integer), next_due() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION due_subjects(bigint, integer), next_due() TO nuoxing_clock;

GRANT SELECT, UPDATE ON effect TO nuoxing_relay;
GRANT SELECT ON tenant TO nuoxing_relay;

-- Row-level security on every table: a row of one tenant can be neither read nor written in a session of another.
DO $$
DECLARE name text;
BEGIN
  FOR name IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_tenant ON %I TO nuoxing_app USING (tenant_id = current_setting(''nuoxing.tenant'', true)) WITH CHECK (tenant_id = current_setting(''nuoxing.tenant'', true))', name);
  END LOOP;
END $$;
CREATE POLICY relay_hands_on ON effect TO nuoxing_relay USING (true) WITH CHECK (true);
CREATE POLICY relay_reads ON tenant FOR SELECT TO nuoxing_relay USING (true);
-- the owner of the two clock functions reads across tenants; a superuser owner would not need this, an owner on another server does
DO $$ BEGIN
  EXECUTE format('CREATE POLICY owner_clock ON record_state FOR SELECT TO %I USING (true)', current_user);
  EXECUTE format('CREATE POLICY owner_clock ON tenant FOR ALL TO %I USING (true) WITH CHECK (true)', current_user);
END $$;
