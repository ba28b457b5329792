-- What the migrations come to. Written by dump-schema.ts; a test says when it is stale.

CREATE DOMAIN instant AS bigint;

CREATE SEQUENCE ledger_position INCREMENT BY 64;
CREATE SEQUENCE live_event INCREMENT BY 1;

CREATE TABLE absence (
  tenant_id text NOT NULL,
  id text NOT NULL,
  person text NOT NULL,
  start_at instant NOT NULL,
  end_at instant NOT NULL,
  reason text NOT NULL,
  note text,
  recorded_by text NOT NULL,
  recorded_at instant NOT NULL,
  withdrawn_by text,
  withdrawn_at instant,
  CONSTRAINT absence_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT absence_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT absence_tenant_id_person_fkey FOREIGN KEY (tenant_id, person) REFERENCES person(tenant_id, id),
  CONSTRAINT absence_tenant_id_recorded_by_fkey FOREIGN KEY (tenant_id, recorded_by) REFERENCES person(tenant_id, id),
  CONSTRAINT absence_tenant_id_withdrawn_by_fkey FOREIGN KEY (tenant_id, withdrawn_by) REFERENCES person(tenant_id, id),
  CONSTRAINT absence_check CHECK (((end_at)::bigint > (start_at)::bigint)),
  CONSTRAINT absence_check1 CHECK (((withdrawn_at IS NULL) = (withdrawn_by IS NULL))),
  CONSTRAINT absence_reason_check CHECK ((reason = ANY (ARRAY['leave'::text, 'sick'::text, 'training'::text, 'elsewhere'::text])))
);
ALTER TABLE absence ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE INDEX absence_end ON public.absence USING btree (tenant_id, end_at);
CREATE POLICY own_tenant ON absence FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON absence FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT, UPDATE ON absence TO nuoxing_app;

CREATE TABLE asset (
  tenant_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  customer text NOT NULL,
  site text NOT NULL,
  name text NOT NULL,
  initials text NOT NULL DEFAULT ''::text,
  model text,
  serial text,
  class text,
  accepted_on text,
  dimensions jsonb NOT NULL DEFAULT '{}'::jsonb,
  created_at instant NOT NULL,
  changed_at instant NOT NULL,
  grams text[] NOT NULL GENERATED ALWAYS AS (bigrams(((((((name || ' '::text) || COALESCE(model, ''::text)) || ' '::text) || COALESCE(serial, ''::text)) || ' '::text) || initials))) STORED,
  CONSTRAINT asset_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT asset_tenant_id_customer_fkey FOREIGN KEY (tenant_id, customer) REFERENCES customer(tenant_id, id),
  CONSTRAINT asset_tenant_id_site_fkey FOREIGN KEY (tenant_id, site) REFERENCES site(tenant_id, id)
);
ALTER TABLE asset ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE INDEX asset_customer ON public.asset USING btree (tenant_id, customer);
CREATE INDEX asset_grams ON public.asset USING gin (grams);
CREATE INDEX asset_site ON public.asset USING btree (tenant_id, site);
CREATE UNIQUE INDEX asset_serial ON public.asset USING btree (tenant_id, serial);
CREATE POLICY own_tenant ON asset FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON asset FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT, UPDATE ON asset TO nuoxing_app;

CREATE TABLE belief (
  tenant_id text NOT NULL,
  subject text NOT NULL,
  id integer NOT NULL,
  promise text NOT NULL,
  episode integer NOT NULL,
  at instant NOT NULL,
  state text NOT NULL,
  due_at instant,
  kept_at instant,
  broken_at instant,
  fulfilled_at instant,
  provisional boolean NOT NULL,
  CONSTRAINT belief_pkey PRIMARY KEY (tenant_id, subject, id)
);
ALTER TABLE belief ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON belief FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON belief FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT ON belief TO nuoxing_app;

CREATE TABLE bound_plan (
  tenant_id text NOT NULL,
  hash text NOT NULL,
  plan text NOT NULL,
  terms jsonb NOT NULL,
  calendars jsonb NOT NULL,
  backfill_ms bigint,
  created_at instant NOT NULL,
  composed jsonb,
  CONSTRAINT bound_plan_pkey PRIMARY KEY (tenant_id, hash),
  CONSTRAINT bound_plan_tenant_id_plan_fkey FOREIGN KEY (tenant_id, plan) REFERENCES plan(tenant_id, ref)
);
ALTER TABLE bound_plan ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON bound_plan FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON bound_plan FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT ON bound_plan TO nuoxing_app;

CREATE TABLE calendar (
  tenant_id text NOT NULL,
  hash text NOT NULL,
  id text NOT NULL,
  pinned jsonb NOT NULL,
  created_at instant NOT NULL,
  CONSTRAINT calendar_pkey PRIMARY KEY (tenant_id, hash),
  CONSTRAINT calendar_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
ALTER TABLE calendar ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON calendar FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON calendar FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT ON calendar TO nuoxing_app;

CREATE TABLE contract (
  tenant_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  number text NOT NULL,
  title text NOT NULL,
  initials text NOT NULL DEFAULT ''::text,
  customer text NOT NULL,
  plan text NOT NULL,
  terms jsonb NOT NULL DEFAULT '[]'::jsonb,
  bound_hash text NOT NULL,
  signed_on text,
  starts_on text,
  ends_on text,
  created_at instant NOT NULL,
  changed_at instant NOT NULL,
  grams text[] NOT NULL GENERATED ALWAYS AS (bigrams(((((number || ' '::text) || title) || ' '::text) || initials))) STORED,
  state_json jsonb,
  ended_at instant,
  CONSTRAINT contract_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT contract_tenant_id_number_key UNIQUE (tenant_id, number),
  CONSTRAINT contract_tenant_id_bound_hash_fkey FOREIGN KEY (tenant_id, bound_hash) REFERENCES bound_plan(tenant_id, hash),
  CONSTRAINT contract_tenant_id_customer_fkey FOREIGN KEY (tenant_id, customer) REFERENCES customer(tenant_id, id),
  CONSTRAINT contract_tenant_id_plan_fkey FOREIGN KEY (tenant_id, plan) REFERENCES plan(tenant_id, ref)
);
ALTER TABLE contract ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE INDEX contract_customer ON public.contract USING btree (tenant_id, customer);
CREATE INDEX contract_grams ON public.contract USING gin (grams);
CREATE POLICY own_tenant ON contract FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON contract FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT, UPDATE ON contract TO nuoxing_app;

CREATE TABLE contract_asset (
  tenant_id text NOT NULL,
  contract text NOT NULL,
  asset text NOT NULL,
  CONSTRAINT contract_asset_pkey PRIMARY KEY (tenant_id, contract, asset),
  CONSTRAINT contract_asset_tenant_id_asset_fkey FOREIGN KEY (tenant_id, asset) REFERENCES asset(tenant_id, id),
  CONSTRAINT contract_asset_tenant_id_contract_fkey FOREIGN KEY (tenant_id, contract) REFERENCES contract(tenant_id, id)
);
ALTER TABLE contract_asset ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE INDEX contract_asset_asset ON public.contract_asset USING btree (tenant_id, asset);
CREATE POLICY own_tenant ON contract_asset FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON contract_asset FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT DELETE, INSERT, SELECT, UPDATE ON contract_asset TO nuoxing_app;

CREATE TABLE contract_contact (
  tenant_id text NOT NULL,
  id text NOT NULL,
  contract text NOT NULL,
  name text NOT NULL,
  email text NOT NULL,
  phone text,
  locale text NOT NULL,
  created_at instant NOT NULL,
  removed_at instant,
  CONSTRAINT contract_contact_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT contract_contact_tenant_id_contract_fkey FOREIGN KEY (tenant_id, contract) REFERENCES contract(tenant_id, id)
);
ALTER TABLE contract_contact ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE INDEX contract_contact_contract ON public.contract_contact USING btree (tenant_id, contract) WHERE (removed_at IS NULL);
CREATE POLICY own_tenant ON contract_contact FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON contract_contact FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT, UPDATE ON contract_contact TO nuoxing_app;

CREATE TABLE contract_draft (
  tenant_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  title text NOT NULL,
  content jsonb NOT NULL,
  person text NOT NULL,
  created_at instant NOT NULL,
  changed_at instant NOT NULL,
  contract text,
  base text,
  CONSTRAINT contract_draft_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT contract_draft_tenant_id_contract_fkey FOREIGN KEY (tenant_id, contract) REFERENCES contract(tenant_id, id),
  CONSTRAINT contract_draft_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT contract_draft_tenant_id_person_fkey FOREIGN KEY (tenant_id, person) REFERENCES person(tenant_id, id),
  CONSTRAINT contract_draft_check CHECK (((contract IS NULL) = (base IS NULL)))
);
ALTER TABLE contract_draft ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE INDEX contract_draft_amends ON public.contract_draft USING btree (tenant_id, contract) WHERE (contract IS NOT NULL);
CREATE POLICY own_tenant ON contract_draft FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON contract_draft FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT DELETE, INSERT, SELECT, UPDATE ON contract_draft TO nuoxing_app;

CREATE TABLE contract_person (
  tenant_id text NOT NULL,
  contract text NOT NULL,
  role text NOT NULL,
  person text NOT NULL,
  CONSTRAINT contract_person_pkey PRIMARY KEY (tenant_id, contract, role, person),
  CONSTRAINT contract_person_tenant_id_contract_fkey FOREIGN KEY (tenant_id, contract) REFERENCES contract(tenant_id, id),
  CONSTRAINT contract_person_tenant_id_person_fkey FOREIGN KEY (tenant_id, person) REFERENCES person(tenant_id, id)
);
ALTER TABLE contract_person ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON contract_person FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON contract_person FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT DELETE, INSERT, SELECT, UPDATE ON contract_person TO nuoxing_app;

CREATE TABLE contract_signature (
  tenant_id text NOT NULL,
  id text NOT NULL,
  draft text NOT NULL,
  side text NOT NULL,
  signer text NOT NULL,
  signed_on text NOT NULL,
  hash text NOT NULL,
  seal text NOT NULL,
  seal_sha256 text NOT NULL,
  document text NOT NULL,
  document_sha256 text NOT NULL,
  person text NOT NULL,
  at instant NOT NULL,
  voided_at instant,
  voided_by text,
  voided_why text,
  voided_reason text,
  CONSTRAINT contract_signature_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT contract_signature_tenant_id_document_fkey FOREIGN KEY (tenant_id, document) REFERENCES file(tenant_id, id),
  CONSTRAINT contract_signature_tenant_id_draft_fkey FOREIGN KEY (tenant_id, draft) REFERENCES contract_draft(tenant_id, id) ON DELETE CASCADE,
  CONSTRAINT contract_signature_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT contract_signature_tenant_id_person_fkey FOREIGN KEY (tenant_id, person) REFERENCES person(tenant_id, id),
  CONSTRAINT contract_signature_tenant_id_seal_fkey FOREIGN KEY (tenant_id, seal) REFERENCES file(tenant_id, id),
  CONSTRAINT contract_signature_tenant_id_voided_by_fkey FOREIGN KEY (tenant_id, voided_by) REFERENCES person(tenant_id, id),
  CONSTRAINT contract_signature_check CHECK ((((voided_at IS NULL) = (voided_by IS NULL)) AND ((voided_at IS NULL) = (voided_why IS NULL)))),
  CONSTRAINT contract_signature_side_check CHECK ((side = ANY (ARRAY['vendor'::text, 'customer'::text]))),
  CONSTRAINT contract_signature_voided_why_check CHECK ((voided_why = ANY (ARRAY['changed'::text, 'withdrawn'::text])))
);
ALTER TABLE contract_signature ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE UNIQUE INDEX contract_signature_standing ON public.contract_signature USING btree (tenant_id, draft, side) WHERE (voided_at IS NULL);
CREATE POLICY own_tenant ON contract_signature FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON contract_signature FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT, UPDATE ON contract_signature TO nuoxing_app;

CREATE TABLE contract_site (
  tenant_id text NOT NULL,
  contract text NOT NULL,
  site text NOT NULL,
  CONSTRAINT contract_site_pkey PRIMARY KEY (tenant_id, contract, site),
  CONSTRAINT contract_site_tenant_id_contract_fkey FOREIGN KEY (tenant_id, contract) REFERENCES contract(tenant_id, id),
  CONSTRAINT contract_site_tenant_id_site_fkey FOREIGN KEY (tenant_id, site) REFERENCES site(tenant_id, id)
);
ALTER TABLE contract_site ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON contract_site FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON contract_site FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT DELETE, INSERT, SELECT, UPDATE ON contract_site TO nuoxing_app;

CREATE TABLE customer (
  tenant_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  name text NOT NULL,
  initials text NOT NULL DEFAULT ''::text,
  contact_name text,
  contact_phone text,
  note text,
  created_at instant NOT NULL,
  changed_at instant NOT NULL,
  grams text[] NOT NULL GENERATED ALWAYS AS (bigrams(((name || ' '::text) || initials))) STORED,
  class text,
  CONSTRAINT customer_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT customer_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT customer_class_check CHECK ((class = ANY (ARRAY['key'::text, 'standard'::text])))
);
ALTER TABLE customer ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE INDEX customer_grams ON public.customer USING gin (grams);
CREATE POLICY own_tenant ON customer FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON customer FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT, UPDATE ON customer TO nuoxing_app;

CREATE TABLE desk_visit (
  tenant_id text NOT NULL,
  person text NOT NULL,
  left_at instant,
  seen_at instant NOT NULL,
  CONSTRAINT desk_visit_pkey PRIMARY KEY (tenant_id, person),
  CONSTRAINT desk_visit_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT desk_visit_tenant_id_person_fkey FOREIGN KEY (tenant_id, person) REFERENCES person(tenant_id, id)
);
ALTER TABLE desk_visit ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON desk_visit FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON desk_visit FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT, UPDATE ON desk_visit TO nuoxing_app;

CREATE TABLE device_code (
  tenant_id text NOT NULL,
  id text NOT NULL,
  asset text NOT NULL,
  secret text NOT NULL,
  made_at instant NOT NULL,
  made_by text NOT NULL,
  revoked_at instant,
  revoked_by text,
  hour_from instant NOT NULL DEFAULT 0,
  used integer NOT NULL DEFAULT 0,
  CONSTRAINT device_code_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT device_code_tenant_id_asset_fkey FOREIGN KEY (tenant_id, asset) REFERENCES asset(tenant_id, id),
  CONSTRAINT device_code_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT device_code_tenant_id_made_by_fkey FOREIGN KEY (tenant_id, made_by) REFERENCES person(tenant_id, id),
  CONSTRAINT device_code_tenant_id_revoked_by_fkey FOREIGN KEY (tenant_id, revoked_by) REFERENCES person(tenant_id, id)
);
ALTER TABLE device_code ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE UNIQUE INDEX device_code_asset ON public.device_code USING btree (tenant_id, asset) WHERE (revoked_at IS NULL);
CREATE UNIQUE INDEX device_code_secret ON public.device_code USING btree (tenant_id, secret);
CREATE POLICY own_tenant ON device_code FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON device_code FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT, UPDATE ON device_code TO nuoxing_app;

CREATE TABLE dispute (
  tenant_id text NOT NULL,
  id text NOT NULL,
  subject text NOT NULL,
  what text NOT NULL,
  of_fact text,
  promise text,
  episode integer,
  verdict text,
  side text NOT NULL,
  state text NOT NULL,
  customer text,
  contract text,
  ticket text,
  raised_by text NOT NULL,
  raised_at instant NOT NULL,
  answer_by instant NOT NULL,
  answer text,
  answered_by text,
  answered_at instant,
  decision text,
  settled_by text,
  settled_at instant,
  remedy text,
  CONSTRAINT dispute_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT dispute_tenant_id_answered_by_fkey FOREIGN KEY (tenant_id, answered_by) REFERENCES person(tenant_id, id),
  CONSTRAINT dispute_tenant_id_contract_fkey FOREIGN KEY (tenant_id, contract) REFERENCES contract(tenant_id, id),
  CONSTRAINT dispute_tenant_id_customer_fkey FOREIGN KEY (tenant_id, customer) REFERENCES customer(tenant_id, id),
  CONSTRAINT dispute_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT dispute_tenant_id_raised_by_fkey FOREIGN KEY (tenant_id, raised_by) REFERENCES person(tenant_id, id),
  CONSTRAINT dispute_tenant_id_settled_by_fkey FOREIGN KEY (tenant_id, settled_by) REFERENCES person(tenant_id, id),
  CONSTRAINT dispute_tenant_id_ticket_fkey FOREIGN KEY (tenant_id, ticket) REFERENCES ticket(tenant_id, id),
  CONSTRAINT dispute_side_check CHECK ((side = ANY (ARRAY['vendor'::text, 'customer'::text]))),
  CONSTRAINT dispute_state_check CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text, 'upheld'::text, 'rejected'::text, 'withdrawn'::text]))),
  CONSTRAINT dispute_what_check CHECK ((what = ANY (ARRAY['fact'::text, 'pause'::text, 'exclusion'::text, 'verdict'::text])))
);
ALTER TABLE dispute ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE INDEX dispute_raised ON public.dispute USING btree (tenant_id, raised_at DESC, id DESC);
CREATE INDEX dispute_running ON public.dispute USING btree (tenant_id, contract) WHERE (state = ANY (ARRAY['open'::text, 'answered'::text]));
CREATE UNIQUE INDEX dispute_once ON public.dispute USING btree (tenant_id, COALESCE(of_fact, ((((subject || ' '::text) || promise) || ' '::text) || episode))) WHERE (state = ANY (ARRAY['open'::text, 'answered'::text]));
CREATE POLICY own_tenant ON dispute FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON dispute FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT, UPDATE ON dispute TO nuoxing_app;

CREATE TABLE draft (
  tenant_id text NOT NULL,
  person text NOT NULL,
  subject text NOT NULL,
  kind text NOT NULL,
  text text NOT NULL,
  changed_at instant NOT NULL,
  CONSTRAINT draft_pkey PRIMARY KEY (tenant_id, person, subject, kind),
  CONSTRAINT draft_tenant_id_person_fkey FOREIGN KEY (tenant_id, person) REFERENCES person(tenant_id, id)
);
ALTER TABLE draft ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON draft FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON draft FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT DELETE, INSERT, SELECT, UPDATE ON draft TO nuoxing_app;

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
  handed_at instant,
  delivered_at instant,
  params jsonb,
  CONSTRAINT effect_pkey PRIMARY KEY (tenant_id, key)
);
ALTER TABLE effect ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE INDEX effect_promise ON public.effect USING btree (tenant_id, promise, at) WHERE (of IS NULL);
CREATE INDEX effect_subject ON public.effect USING btree (tenant_id, subject);
CREATE INDEX effect_taken_back ON public.effect USING btree (tenant_id, of) WHERE (of IS NOT NULL);
CREATE INDEX effect_task ON public.effect USING btree (tenant_id, at DESC) WHERE (kind = 'open-task'::text);
CREATE INDEX effect_waiting ON public.effect USING btree (at) WHERE (handed_at IS NULL);
CREATE POLICY own_tenant ON effect FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON effect FOR ALL TO OWNER USING (true) WITH CHECK (true);
CREATE POLICY relay_exempt ON effect FOR ALL TO nuoxing_relay USING (true) WITH CHECK (true);
GRANT INSERT, SELECT, UPDATE ON effect TO nuoxing_app;
GRANT SELECT ON effect TO nuoxing_relay;
GRANT UPDATE (handed_at) ON effect TO nuoxing_relay;

CREATE TABLE escalation (
  tenant_id text NOT NULL,
  id text NOT NULL,
  ticket text NOT NULL,
  effect text NOT NULL,
  promise text NOT NULL,
  episode integer NOT NULL,
  rungs text[] NOT NULL,
  rung integer NOT NULL,
  told_at instant NOT NULL,
  wait_ms bigint NOT NULL,
  reached text[] NOT NULL,
  people text[] NOT NULL,
  state text NOT NULL,
  by_person text,
  at instant,
  next_at instant,
  CONSTRAINT escalation_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT escalation_tenant_id_effect_key UNIQUE (tenant_id, effect),
  CONSTRAINT escalation_tenant_id_by_person_fkey FOREIGN KEY (tenant_id, by_person) REFERENCES person(tenant_id, id),
  CONSTRAINT escalation_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT escalation_tenant_id_ticket_fkey FOREIGN KEY (tenant_id, ticket) REFERENCES ticket(tenant_id, id),
  CONSTRAINT escalation_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'acknowledged'::text, 'ended'::text])))
);
ALTER TABLE escalation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE INDEX escalation_next ON public.escalation USING btree (tenant_id, next_at) WHERE (next_at IS NOT NULL);
CREATE INDEX escalation_ticket ON public.escalation USING btree (tenant_id, ticket);
CREATE INDEX escalation_waiting ON public.escalation USING btree (tenant_id, told_at) WHERE (state = 'waiting'::text);
CREATE POLICY own_tenant ON escalation FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON escalation FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT, UPDATE ON escalation TO nuoxing_app;

CREATE TABLE escalation_setting (
  tenant_id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  wait_minutes integer NOT NULL,
  further text[] NOT NULL,
  changed_by text NOT NULL,
  changed_at instant NOT NULL,
  CONSTRAINT escalation_setting_pkey PRIMARY KEY (tenant_id),
  CONSTRAINT escalation_setting_tenant_id_changed_by_fkey FOREIGN KEY (tenant_id, changed_by) REFERENCES person(tenant_id, id),
  CONSTRAINT escalation_setting_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT escalation_setting_wait_minutes_check CHECK (((wait_minutes >= 1) AND (wait_minutes <= 1440)))
);
ALTER TABLE escalation_setting ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON escalation_setting FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON escalation_setting FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT, UPDATE ON escalation_setting TO nuoxing_app;

CREATE TABLE fact (
  tenant_id text NOT NULL,
  seq bigint NOT NULL,
  id text NOT NULL,
  subject text NOT NULL,
  also text[] NOT NULL DEFAULT '{}'::text[],
  type text NOT NULL,
  occurred_at instant NOT NULL,
  recorded_at instant NOT NULL,
  source text NOT NULL,
  by_person text,
  data jsonb NOT NULL,
  texts jsonb NOT NULL DEFAULT '{}'::jsonb,
  salt text NOT NULL,
  xid xid8 NOT NULL DEFAULT pg_current_xact_id(),
  CONSTRAINT fact_pkey PRIMARY KEY (tenant_id, seq),
  CONSTRAINT fact_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
ALTER TABLE fact ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE INDEX fact_order ON public.fact USING btree (tenant_id, xid, seq);
CREATE INDEX fact_reporter ON public.fact USING btree (tenant_id, by_person) WHERE (type = 'ticket.reported'::text);
CREATE UNIQUE INDEX fact_id ON public.fact USING btree (tenant_id, id);
CREATE POLICY own_tenant ON fact FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON fact FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT ON fact TO nuoxing_app;

CREATE TABLE fact_subject (
  tenant_id text NOT NULL,
  subject text NOT NULL,
  seq bigint NOT NULL,
  CONSTRAINT fact_subject_pkey PRIMARY KEY (tenant_id, subject, seq)
);
ALTER TABLE fact_subject ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON fact_subject FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON fact_subject FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT ON fact_subject TO nuoxing_app;

CREATE TABLE fact_text (
  tenant_id text NOT NULL,
  fact text NOT NULL,
  field text NOT NULL,
  text text,
  salt text NOT NULL,
  erased_at instant,
  CONSTRAINT fact_text_pkey PRIMARY KEY (tenant_id, fact, field)
);
ALTER TABLE fact_text ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON fact_text FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON fact_text FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT, UPDATE ON fact_text TO nuoxing_app;

CREATE TABLE file (
  tenant_id text NOT NULL,
  id text NOT NULL,
  name text NOT NULL,
  size bigint NOT NULL,
  sha256 text NOT NULL,
  received bigint NOT NULL DEFAULT 0,
  content text,
  media_type text,
  person text NOT NULL,
  announced_at instant NOT NULL,
  changed_at instant NOT NULL,
  CONSTRAINT file_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT file_tenant_id_content_fkey FOREIGN KEY (tenant_id, content) REFERENCES file_content(tenant_id, sha256),
  CONSTRAINT file_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT file_tenant_id_person_fkey FOREIGN KEY (tenant_id, person) REFERENCES person(tenant_id, id),
  CONSTRAINT file_check CHECK (((received >= 0) AND (received <= size))),
  CONSTRAINT file_check1 CHECK ((content = sha256)),
  CONSTRAINT file_check2 CHECK (((media_type IS NULL) = (content IS NULL))),
  CONSTRAINT file_size_check CHECK ((size > 0))
);
ALTER TABLE file ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE INDEX file_same ON public.file USING btree (tenant_id, sha256);
CREATE INDEX file_sending ON public.file USING btree (tenant_id, person) WHERE (content IS NULL);
CREATE POLICY own_tenant ON file FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON file FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT DELETE, INSERT, SELECT, UPDATE ON file TO nuoxing_app;

CREATE TABLE file_content (
  tenant_id text NOT NULL,
  sha256 text NOT NULL,
  size bigint NOT NULL,
  held_at instant NOT NULL,
  CONSTRAINT file_content_pkey PRIMARY KEY (tenant_id, sha256),
  CONSTRAINT file_content_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT file_content_sha256_check CHECK ((sha256 ~ '^[0-9a-f]{64}$'::text))
);
ALTER TABLE file_content ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON file_content FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON file_content FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT, UPDATE ON file_content TO nuoxing_app;

CREATE TABLE file_use (
  tenant_id text NOT NULL,
  id text NOT NULL,
  file text NOT NULL,
  subject text NOT NULL,
  fact text,
  at instant NOT NULL,
  CONSTRAINT file_use_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT file_use_tenant_id_file_subject_fact_key UNIQUE NULLS NOT DISTINCT (tenant_id, file, subject, fact),
  CONSTRAINT file_use_tenant_id_fact_fkey FOREIGN KEY (tenant_id, fact) REFERENCES fact(tenant_id, id) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT file_use_tenant_id_file_fkey FOREIGN KEY (tenant_id, file) REFERENCES file(tenant_id, id),
  CONSTRAINT file_use_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
ALTER TABLE file_use ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE INDEX file_use_fact ON public.file_use USING btree (tenant_id, fact);
CREATE INDEX file_use_subject ON public.file_use USING btree (tenant_id, subject);
CREATE POLICY own_tenant ON file_use FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON file_use FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT ON file_use TO nuoxing_app;

CREATE TABLE holiday_list (
  tenant_id text NOT NULL,
  list text NOT NULL,
  year integer NOT NULL,
  announcement jsonb NOT NULL,
  published_by text NOT NULL,
  published_at instant NOT NULL,
  CONSTRAINT holiday_list_pkey PRIMARY KEY (tenant_id, list, year),
  CONSTRAINT holiday_list_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT holiday_list_tenant_id_published_by_fkey FOREIGN KEY (tenant_id, published_by) REFERENCES person(tenant_id, id)
);
ALTER TABLE holiday_list ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON holiday_list FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON holiday_list FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT ON holiday_list TO nuoxing_app;

CREATE TABLE idempotency (
  tenant_id text NOT NULL,
  person text NOT NULL,
  key text NOT NULL,
  body_hash text NOT NULL,
  answer jsonb NOT NULL,
  created_at instant NOT NULL,
  CONSTRAINT idempotency_pkey PRIMARY KEY (tenant_id, person, key)
);
ALTER TABLE idempotency ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE INDEX idempotency_age ON public.idempotency USING btree (tenant_id, created_at);
CREATE POLICY own_tenant ON idempotency FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON idempotency FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT DELETE, INSERT, SELECT ON idempotency TO nuoxing_app;

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
  CONSTRAINT inbox_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT inbox_tenant_id_effect_person_key UNIQUE (tenant_id, effect, person),
  CONSTRAINT inbox_tenant_id_person_fkey FOREIGN KEY (tenant_id, person) REFERENCES person(tenant_id, id)
);
ALTER TABLE inbox ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE INDEX inbox_person ON public.inbox USING btree (tenant_id, person, delivered_at DESC);
CREATE POLICY own_tenant ON inbox FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON inbox FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT, UPDATE ON inbox TO nuoxing_app;

CREATE TABLE invoice (
  tenant_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  number text,
  phase text NOT NULL,
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
  CONSTRAINT invoice_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT invoice_tenant_id_number_key UNIQUE (tenant_id, number),
  CONSTRAINT invoice_tenant_id_asset_fkey FOREIGN KEY (tenant_id, asset) REFERENCES asset(tenant_id, id),
  CONSTRAINT invoice_tenant_id_contract_fkey FOREIGN KEY (tenant_id, contract) REFERENCES contract(tenant_id, id),
  CONSTRAINT invoice_tenant_id_corrects_fkey FOREIGN KEY (tenant_id, corrects) REFERENCES invoice(tenant_id, id),
  CONSTRAINT invoice_tenant_id_customer_fkey FOREIGN KEY (tenant_id, customer) REFERENCES customer(tenant_id, id),
  CONSTRAINT invoice_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT invoice_tenant_id_person_fkey FOREIGN KEY (tenant_id, person) REFERENCES person(tenant_id, id),
  CONSTRAINT invoice_tenant_id_ticket_fkey FOREIGN KEY (tenant_id, ticket) REFERENCES ticket(tenant_id, id),
  CONSTRAINT invoice_phase_check CHECK ((phase = ANY (ARRAY['draft'::text, 'shown'::text, 'issued'::text])))
);
ALTER TABLE invoice ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE INDEX invoice_changed ON public.invoice USING btree (tenant_id, changed_at DESC, id DESC);
CREATE INDEX invoice_customer ON public.invoice USING btree (tenant_id, customer, changed_at DESC, id DESC);
CREATE UNIQUE INDEX invoice_corrects ON public.invoice USING btree (tenant_id, corrects) WHERE (corrects IS NOT NULL);
CREATE UNIQUE INDEX invoice_open ON public.invoice USING btree (tenant_id, ticket) WHERE (phase <> 'issued'::text);
CREATE TRIGGER issued_invoice_stays BEFORE DELETE OR UPDATE ON public.invoice FOR EACH ROW EXECUTE FUNCTION issued_invoice_stays();
CREATE POLICY own_tenant ON invoice FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON invoice FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT DELETE, INSERT, SELECT, UPDATE ON invoice TO nuoxing_app;

CREATE TABLE letterhead (
  tenant_id text NOT NULL,
  version integer NOT NULL,
  firm text NOT NULL,
  address text,
  phone text,
  footer text,
  logo text,
  seal text,
  person text NOT NULL,
  at instant NOT NULL,
  CONSTRAINT letterhead_pkey PRIMARY KEY (tenant_id, version),
  CONSTRAINT letterhead_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT letterhead_tenant_id_logo_fkey FOREIGN KEY (tenant_id, logo) REFERENCES file(tenant_id, id),
  CONSTRAINT letterhead_tenant_id_person_fkey FOREIGN KEY (tenant_id, person) REFERENCES person(tenant_id, id),
  CONSTRAINT letterhead_tenant_id_seal_fkey FOREIGN KEY (tenant_id, seal) REFERENCES file(tenant_id, id),
  CONSTRAINT letterhead_version_check CHECK ((version > 0))
);
ALTER TABLE letterhead ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON letterhead FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON letterhead FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT ON letterhead TO nuoxing_app;

CREATE TABLE message (
  tenant_id text NOT NULL,
  id text NOT NULL,
  key text NOT NULL,
  kind text NOT NULL,
  channel text NOT NULL,
  effect text,
  corrects text,
  person text,
  contact text,
  recipient text NOT NULL,
  address text,
  locale text NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  about text,
  ticket text,
  contract text,
  state text NOT NULL,
  attempts integer NOT NULL DEFAULT 0,
  first_tried_at instant,
  next_try_at instant,
  claimed_until instant,
  doubtful boolean NOT NULL DEFAULT false,
  answer text,
  last_error text,
  follow jsonb,
  follow_by text,
  fact text,
  created_at instant NOT NULL,
  changed_at instant NOT NULL,
  CONSTRAINT message_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT message_tenant_id_key_key UNIQUE (tenant_id, key),
  CONSTRAINT message_tenant_id_contact_fkey FOREIGN KEY (tenant_id, contact) REFERENCES contract_contact(tenant_id, id),
  CONSTRAINT message_tenant_id_contract_fkey FOREIGN KEY (tenant_id, contract) REFERENCES contract(tenant_id, id),
  CONSTRAINT message_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT message_tenant_id_person_fkey FOREIGN KEY (tenant_id, person) REFERENCES person(tenant_id, id),
  CONSTRAINT message_tenant_id_ticket_fkey FOREIGN KEY (tenant_id, ticket) REFERENCES ticket(tenant_id, id),
  CONSTRAINT message_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'handed'::text, 'accepted'::text, 'deferred'::text, 'failed'::text, 'bounced'::text, 'withdrawn'::text, 'read'::text])))
);
ALTER TABLE message ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE INDEX message_contract ON public.message USING btree (tenant_id, contract, created_at DESC);
CREATE INDEX message_created ON public.message USING btree (tenant_id, created_at DESC, id DESC);
CREATE INDEX message_due ON public.message USING btree (tenant_id, next_try_at) WHERE (next_try_at IS NOT NULL);
CREATE INDEX message_effect ON public.message USING btree (tenant_id, effect);
CREATE INDEX message_follow ON public.message USING btree (tenant_id) WHERE ((state = 'accepted'::text) AND (follow IS NOT NULL) AND (fact IS NULL));
CREATE INDEX message_ticket ON public.message USING btree (tenant_id, ticket, created_at DESC);
CREATE POLICY own_tenant ON message FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON message FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT, UPDATE ON message TO nuoxing_app;

CREATE TABLE message_log (
  tenant_id text NOT NULL,
  message text NOT NULL,
  n bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  at instant NOT NULL,
  event text NOT NULL,
  detail text,
  CONSTRAINT message_log_pkey PRIMARY KEY (tenant_id, message, n),
  CONSTRAINT message_log_tenant_id_message_fkey FOREIGN KEY (tenant_id, message) REFERENCES message(tenant_id, id)
);
ALTER TABLE message_log ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON message_log FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON message_log FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT ON message_log TO nuoxing_app;

CREATE TABLE message_setting (
  tenant_id text NOT NULL,
  person text NOT NULL,
  mail_off text[] NOT NULL DEFAULT '{}'::text[],
  locale text,
  quiet_from integer NOT NULL DEFAULT 0,
  quiet_until integer NOT NULL DEFAULT 0,
  digest_at integer,
  digested_on integer,
  CONSTRAINT message_setting_pkey PRIMARY KEY (tenant_id, person),
  CONSTRAINT message_setting_tenant_id_person_fkey FOREIGN KEY (tenant_id, person) REFERENCES person(tenant_id, id),
  CONSTRAINT message_setting_digest_at_check CHECK (((digest_at >= 0) AND (digest_at <= 1439)))
);
ALTER TABLE message_setting ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON message_setting FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON message_setting FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT, UPDATE ON message_setting TO nuoxing_app;

CREATE TABLE message_template (
  tenant_id text NOT NULL,
  kind text NOT NULL,
  locale text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  subject text NOT NULL,
  body text NOT NULL,
  changed_at instant NOT NULL,
  CONSTRAINT message_template_pkey PRIMARY KEY (tenant_id, kind, locale),
  CONSTRAINT message_template_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
ALTER TABLE message_template ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON message_template FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON message_template FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT DELETE, INSERT, SELECT, UPDATE ON message_template TO nuoxing_app;

CREATE TABLE number_sequence (
  tenant_id text NOT NULL,
  kind text NOT NULL,
  year integer NOT NULL,
  last integer NOT NULL,
  CONSTRAINT number_sequence_pkey PRIMARY KEY (tenant_id, kind, year),
  CONSTRAINT number_sequence_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
ALTER TABLE number_sequence ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON number_sequence FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON number_sequence FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT, UPDATE ON number_sequence TO nuoxing_app;

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
  place integer NOT NULL,
  CONSTRAINT obligation_pkey PRIMARY KEY (tenant_id, subject, promise, episode)
) WITH (fillfactor=80);
ALTER TABLE obligation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE INDEX obligation_contract ON public.obligation USING btree (tenant_id, contract, promise, opened_at);
CREATE INDEX obligation_due ON public.obligation USING btree (tenant_id, due_at) WHERE (state = ANY (ARRAY['open'::text, 'paused'::text]));
CREATE INDEX obligation_dueless ON public.obligation USING btree (tenant_id, opened_at) WHERE ((state = 'open'::text) AND (due_at IS NULL));
CREATE INDEX obligation_late ON public.obligation USING btree (tenant_id, ticket) WHERE ((state = 'broken'::text) AND (fulfilled_at IS NULL) AND (ended_at IS NULL));
CREATE INDEX obligation_paused ON public.obligation USING btree (tenant_id, ticket) WHERE (state = 'paused'::text);
CREATE INDEX obligation_ticket ON public.obligation USING btree (tenant_id, ticket);
CREATE POLICY own_tenant ON obligation FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON obligation FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT DELETE, INSERT, SELECT, UPDATE ON obligation TO nuoxing_app;

CREATE TABLE one_time_link (
  tenant_id text NOT NULL,
  secret_hash bytea NOT NULL,
  kind text NOT NULL,
  person text,
  created_at instant NOT NULL,
  expires_at instant NOT NULL,
  used_at instant,
  CONSTRAINT one_time_link_pkey PRIMARY KEY (tenant_id, secret_hash),
  CONSTRAINT one_time_link_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT one_time_link_tenant_id_person_fkey FOREIGN KEY (tenant_id, person) REFERENCES person(tenant_id, id),
  CONSTRAINT one_time_link_kind_check CHECK ((kind = ANY (ARRAY['reset'::text, 'setup'::text])))
);
ALTER TABLE one_time_link ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON one_time_link FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON one_time_link FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT DELETE, INSERT, SELECT, UPDATE ON one_time_link TO nuoxing_app;

CREATE TABLE passage_ruling (
  tenant_id text NOT NULL,
  document text NOT NULL,
  place integer NOT NULL,
  n integer NOT NULL,
  parts text[],
  person text NOT NULL,
  at instant NOT NULL,
  CONSTRAINT passage_ruling_pkey PRIMARY KEY (tenant_id, document, place, n),
  CONSTRAINT passage_ruling_tenant_id_document_place_fkey FOREIGN KEY (tenant_id, document, place) REFERENCES plan_passage(tenant_id, document, place),
  CONSTRAINT passage_ruling_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT passage_ruling_tenant_id_person_fkey FOREIGN KEY (tenant_id, person) REFERENCES person(tenant_id, id)
);
ALTER TABLE passage_ruling ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON passage_ruling FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON passage_ruling FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT ON passage_ruling TO nuoxing_app;

CREATE TABLE person (
  tenant_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  name text NOT NULL,
  initials text NOT NULL DEFAULT ''::text,
  account text NOT NULL,
  password_hash text,
  phone text,
  email text,
  team text,
  customer text,
  locale text,
  theme text NOT NULL DEFAULT 'system'::text,
  failed_logins integer NOT NULL DEFAULT 0,
  locked_until instant,
  left_at instant,
  created_at instant NOT NULL,
  changed_at instant NOT NULL,
  grams text[] NOT NULL GENERATED ALWAYS AS (bigrams(((((name || ' '::text) || initials) || ' '::text) || account))) STORED,
  subcontractor text,
  CONSTRAINT person_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT person_tenant_id_account_key UNIQUE (tenant_id, account),
  CONSTRAINT person_tenant_id_customer_fkey FOREIGN KEY (tenant_id, customer) REFERENCES customer(tenant_id, id),
  CONSTRAINT person_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT person_tenant_id_team_fkey FOREIGN KEY (tenant_id, team) REFERENCES team(tenant_id, id),
  CONSTRAINT person_account_check CHECK ((account ~ '^[a-z0-9][a-z0-9._-]{0,39}$'::text))
);
ALTER TABLE person ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE INDEX person_grams ON public.person USING gin (grams);
CREATE POLICY own_tenant ON person FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON person FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT, UPDATE ON person TO nuoxing_app;

CREATE TABLE person_role (
  tenant_id text NOT NULL,
  person text NOT NULL,
  role text NOT NULL,
  CONSTRAINT person_role_pkey PRIMARY KEY (tenant_id, person, role),
  CONSTRAINT person_role_tenant_id_person_fkey FOREIGN KEY (tenant_id, person) REFERENCES person(tenant_id, id),
  CONSTRAINT person_role_tenant_id_role_fkey FOREIGN KEY (tenant_id, role) REFERENCES role(tenant_id, id)
);
ALTER TABLE person_role ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON person_role FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON person_role FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT DELETE, INSERT, SELECT, UPDATE ON person_role TO nuoxing_app;

CREATE TABLE plan (
  tenant_id text NOT NULL,
  ref text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL,
  title text NOT NULL,
  yaml text NOT NULL,
  parsed json NOT NULL,
  hash text NOT NULL,
  created_at instant NOT NULL,
  retired_at instant,
  CONSTRAINT plan_pkey PRIMARY KEY (tenant_id, ref),
  CONSTRAINT plan_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
ALTER TABLE plan ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE TRIGGER signed_plan_stays BEFORE UPDATE OF ref, id, version, title, yaml, parsed, hash ON public.plan FOR EACH ROW EXECUTE FUNCTION signed_plan_stays();
CREATE POLICY own_tenant ON plan FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON plan FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT ON plan TO nuoxing_app;
GRANT UPDATE (created_at), UPDATE (hash), UPDATE (parsed), UPDATE (retired_at), UPDATE (title), UPDATE (yaml) ON plan TO nuoxing_app;

CREATE TABLE plan_document (
  tenant_id text NOT NULL,
  id text NOT NULL,
  plan text NOT NULL,
  n integer NOT NULL,
  file text NOT NULL,
  sha256 text NOT NULL,
  pages integer,
  person text NOT NULL,
  at instant NOT NULL,
  CONSTRAINT plan_document_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT plan_document_tenant_id_plan_n_key UNIQUE (tenant_id, plan, n),
  CONSTRAINT plan_document_tenant_id_file_fkey FOREIGN KEY (tenant_id, file) REFERENCES file(tenant_id, id),
  CONSTRAINT plan_document_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT plan_document_tenant_id_person_fkey FOREIGN KEY (tenant_id, person) REFERENCES person(tenant_id, id),
  CONSTRAINT plan_document_tenant_id_plan_fkey FOREIGN KEY (tenant_id, plan) REFERENCES plan(tenant_id, ref),
  CONSTRAINT plan_document_tenant_id_sha256_fkey FOREIGN KEY (tenant_id, sha256) REFERENCES file_content(tenant_id, sha256)
);
ALTER TABLE plan_document ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON plan_document FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON plan_document FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT ON plan_document TO nuoxing_app;

CREATE TABLE plan_draft (
  tenant_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  base text,
  yaml text NOT NULL,
  person text NOT NULL,
  created_at instant NOT NULL,
  changed_at instant NOT NULL,
  CONSTRAINT plan_draft_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT plan_draft_tenant_id_base_fkey FOREIGN KEY (tenant_id, base) REFERENCES plan(tenant_id, ref),
  CONSTRAINT plan_draft_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT plan_draft_tenant_id_person_fkey FOREIGN KEY (tenant_id, person) REFERENCES person(tenant_id, id)
);
ALTER TABLE plan_draft ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON plan_draft FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON plan_draft FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT DELETE, INSERT, SELECT, UPDATE ON plan_draft TO nuoxing_app;

CREATE TABLE plan_passage (
  tenant_id text NOT NULL,
  document text NOT NULL,
  place integer NOT NULL,
  kind text NOT NULL,
  level integer NOT NULL,
  text text NOT NULL,
  cells jsonb,
  page integer,
  CONSTRAINT plan_passage_pkey PRIMARY KEY (tenant_id, document, place),
  CONSTRAINT plan_passage_tenant_id_document_fkey FOREIGN KEY (tenant_id, document) REFERENCES plan_document(tenant_id, id),
  CONSTRAINT plan_passage_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT plan_passage_kind_check CHECK ((kind = ANY (ARRAY['heading'::text, 'paragraph'::text, 'item'::text, 'row'::text])))
);
ALTER TABLE plan_passage ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON plan_passage FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON plan_passage FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT ON plan_passage TO nuoxing_app;

CREATE TABLE published_calendar (
  tenant_id text NOT NULL,
  follows text NOT NULL,
  hash text NOT NULL,
  known_until integer NOT NULL,
  published_at instant NOT NULL,
  CONSTRAINT published_calendar_pkey PRIMARY KEY (tenant_id, follows, hash),
  CONSTRAINT published_calendar_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT published_calendar_tenant_id_follows_fkey FOREIGN KEY (tenant_id, follows) REFERENCES calendar(tenant_id, hash),
  CONSTRAINT published_calendar_tenant_id_hash_fkey FOREIGN KEY (tenant_id, hash) REFERENCES calendar(tenant_id, hash)
);
ALTER TABLE published_calendar ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON published_calendar FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON published_calendar FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT ON published_calendar TO nuoxing_app;

CREATE TABLE record_state (
  tenant_id text NOT NULL,
  subject text NOT NULL,
  version integer NOT NULL,
  contract text,
  customer text,
  ticket text,
  bound_hash text,
  "position" bigint NOT NULL,
  next_wake_at instant,
  record json,
  written json NOT NULL DEFAULT '{}'::json,
  beliefs integer NOT NULL DEFAULT 0,
  owner text NOT NULL GENERATED ALWAYS AS (split_part(subject, '~contract/'::text, 1)) STORED,
  CONSTRAINT record_state_pkey PRIMARY KEY (tenant_id, subject),
  CONSTRAINT record_state_tenant_id_bound_hash_fkey FOREIGN KEY (tenant_id, bound_hash) REFERENCES bound_plan(tenant_id, hash),
  CONSTRAINT record_state_tenant_id_contract_fkey FOREIGN KEY (tenant_id, contract) REFERENCES contract(tenant_id, id)
) WITH (fillfactor=80);
ALTER TABLE record_state ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE INDEX record_owner ON public.record_state USING btree (tenant_id, owner);
CREATE INDEX record_ticket ON public.record_state USING btree (tenant_id, ticket) WHERE (ticket IS NOT NULL);
CREATE INDEX record_wake ON public.record_state USING btree (tenant_id, next_wake_at) WHERE (next_wake_at IS NOT NULL);
CREATE POLICY own_tenant ON record_state FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON record_state FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT, UPDATE ON record_state TO nuoxing_app;

CREATE TABLE release (
  tenant_id text NOT NULL,
  id text NOT NULL,
  kind text NOT NULL,
  subject text NOT NULL,
  promise text NOT NULL,
  episode integer,
  state text NOT NULL,
  alone boolean NOT NULL,
  customer text,
  contract text,
  ticket text,
  asked_by text NOT NULL,
  asked_at instant NOT NULL,
  decision text,
  decided_by text,
  decided_at instant,
  CONSTRAINT release_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT release_tenant_id_asked_by_fkey FOREIGN KEY (tenant_id, asked_by) REFERENCES person(tenant_id, id),
  CONSTRAINT release_tenant_id_contract_fkey FOREIGN KEY (tenant_id, contract) REFERENCES contract(tenant_id, id),
  CONSTRAINT release_tenant_id_customer_fkey FOREIGN KEY (tenant_id, customer) REFERENCES customer(tenant_id, id),
  CONSTRAINT release_tenant_id_decided_by_fkey FOREIGN KEY (tenant_id, decided_by) REFERENCES person(tenant_id, id),
  CONSTRAINT release_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT release_tenant_id_ticket_fkey FOREIGN KEY (tenant_id, ticket) REFERENCES ticket(tenant_id, id),
  CONSTRAINT release_kind_check CHECK ((kind = ANY (ARRAY['waive'::text, 'excuse'::text]))),
  CONSTRAINT release_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'in-force'::text, 'refused'::text, 'withdrawn'::text])))
);
ALTER TABLE release ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE INDEX release_asked ON public.release USING btree (tenant_id, asked_at DESC, id DESC);
CREATE UNIQUE INDEX release_waiting ON public.release USING btree (tenant_id, subject, promise, COALESCE(episode, 0)) WHERE (state = 'waiting'::text);
CREATE POLICY own_tenant ON release FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON release FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT, UPDATE ON release TO nuoxing_app;

CREATE TABLE remedy_entry (
  tenant_id text NOT NULL,
  remedy text NOT NULL,
  nth integer NOT NULL,
  contract text NOT NULL,
  fen bigint NOT NULL,
  how text NOT NULL,
  invoice text,
  fact text NOT NULL,
  person text NOT NULL,
  at instant NOT NULL,
  CONSTRAINT remedy_entry_pkey PRIMARY KEY (tenant_id, remedy, nth),
  CONSTRAINT remedy_entry_tenant_id_contract_fkey FOREIGN KEY (tenant_id, contract) REFERENCES contract(tenant_id, id),
  CONSTRAINT remedy_entry_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT remedy_entry_tenant_id_invoice_fkey FOREIGN KEY (tenant_id, invoice) REFERENCES invoice(tenant_id, id),
  CONSTRAINT remedy_entry_tenant_id_person_fkey FOREIGN KEY (tenant_id, person) REFERENCES person(tenant_id, id),
  CONSTRAINT remedy_entry_check CHECK (((how = 'bill'::text) = (invoice IS NOT NULL))),
  CONSTRAINT remedy_entry_how_check CHECK ((how = ANY (ARRAY['bill'::text, 'paid'::text]))),
  CONSTRAINT remedy_entry_nth_check CHECK ((nth >= 1))
);
ALTER TABLE remedy_entry ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE INDEX remedy_entry_contract ON public.remedy_entry USING btree (tenant_id, contract);
CREATE POLICY own_tenant ON remedy_entry FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON remedy_entry FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT ON remedy_entry TO nuoxing_app;

CREATE TABLE role (
  tenant_id text NOT NULL,
  id text NOT NULL,
  name text,
  grants jsonb NOT NULL,
  version integer NOT NULL DEFAULT 1,
  retired_at instant,
  CONSTRAINT role_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT role_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
ALTER TABLE role ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON role FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON role FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT, UPDATE ON role TO nuoxing_app;

CREATE TABLE routing (
  tenant_id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  otherwise text,
  changed_by text NOT NULL,
  changed_at instant NOT NULL,
  CONSTRAINT routing_pkey PRIMARY KEY (tenant_id),
  CONSTRAINT routing_tenant_id_changed_by_fkey FOREIGN KEY (tenant_id, changed_by) REFERENCES person(tenant_id, id),
  CONSTRAINT routing_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT routing_tenant_id_otherwise_fkey FOREIGN KEY (tenant_id, otherwise) REFERENCES team(tenant_id, id)
);
ALTER TABLE routing ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON routing FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON routing FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT, UPDATE ON routing TO nuoxing_app;

CREATE TABLE routing_rule (
  tenant_id text NOT NULL,
  id text NOT NULL,
  place integer NOT NULL,
  name text NOT NULL,
  conditions jsonb NOT NULL,
  team text,
  high boolean NOT NULL DEFAULT false,
  CONSTRAINT routing_rule_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT routing_rule_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT routing_rule_tenant_id_team_fkey FOREIGN KEY (tenant_id, team) REFERENCES team(tenant_id, id),
  CONSTRAINT routing_rule_place_check CHECK ((place >= 0))
);
ALTER TABLE routing_rule ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON routing_rule FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON routing_rule FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT DELETE, INSERT, SELECT, UPDATE ON routing_rule TO nuoxing_app;

CREATE TABLE saved_view (
  tenant_id text NOT NULL,
  id text NOT NULL,
  person text NOT NULL,
  shared boolean NOT NULL DEFAULT false,
  name text NOT NULL,
  query jsonb NOT NULL,
  created_at instant NOT NULL,
  CONSTRAINT saved_view_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT saved_view_tenant_id_person_fkey FOREIGN KEY (tenant_id, person) REFERENCES person(tenant_id, id)
);
ALTER TABLE saved_view ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON saved_view FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON saved_view FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT DELETE, INSERT, SELECT, UPDATE ON saved_view TO nuoxing_app;

CREATE TABLE schema_version (
  version integer NOT NULL,
  name text NOT NULL,
  hash text NOT NULL,
  applied_at timestamp with time zone NOT NULL DEFAULT now(),
  CONSTRAINT schema_version_pkey PRIMARY KEY (version)
);

CREATE TABLE seal_head (
  tenant_id text NOT NULL,
  size bigint NOT NULL,
  root text NOT NULL,
  previous text,
  at instant NOT NULL,
  payload text NOT NULL,
  signature text NOT NULL,
  key_id text NOT NULL,
  frontier jsonb NOT NULL,
  last_xid xid8 NOT NULL,
  last_seq bigint NOT NULL,
  CONSTRAINT seal_head_pkey PRIMARY KEY (tenant_id, size),
  CONSTRAINT seal_head_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
ALTER TABLE seal_head ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON seal_head FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON seal_head FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT ON seal_head TO nuoxing_app;

CREATE TABLE seal_leaf (
  tenant_id text NOT NULL,
  n bigint NOT NULL,
  seq bigint NOT NULL,
  fact text NOT NULL,
  leaf text NOT NULL,
  CONSTRAINT seal_leaf_pkey PRIMARY KEY (tenant_id, n),
  CONSTRAINT seal_leaf_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
ALTER TABLE seal_leaf ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE UNIQUE INDEX seal_leaf_fact ON public.seal_leaf USING btree (tenant_id, seq);
CREATE POLICY own_tenant ON seal_leaf FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON seal_leaf FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT ON seal_leaf TO nuoxing_app;

CREATE TABLE service_record (
  tenant_id text NOT NULL,
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
  part_of text,
  CONSTRAINT service_record_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT service_record_tenant_id_asset_fkey FOREIGN KEY (tenant_id, asset) REFERENCES asset(tenant_id, id),
  CONSTRAINT service_record_tenant_id_contract_fkey FOREIGN KEY (tenant_id, contract) REFERENCES contract(tenant_id, id),
  CONSTRAINT service_record_tenant_id_customer_fkey FOREIGN KEY (tenant_id, customer) REFERENCES customer(tenant_id, id),
  CONSTRAINT service_record_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT service_record_tenant_id_part_of_fkey FOREIGN KEY (tenant_id, part_of) REFERENCES service_record(tenant_id, id),
  CONSTRAINT service_record_tenant_id_site_fkey FOREIGN KEY (tenant_id, site) REFERENCES site(tenant_id, id),
  CONSTRAINT service_record_tenant_id_ticket_fkey FOREIGN KEY (tenant_id, ticket) REFERENCES ticket(tenant_id, id)
);
ALTER TABLE service_record ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE INDEX service_record_asset ON public.service_record USING btree (tenant_id, asset, changed_at DESC, id DESC) WHERE (asset IS NOT NULL);
CREATE INDEX service_record_call ON public.service_record USING btree (tenant_id, opened_at) WHERE (noun = 'call'::text);
CREATE INDEX service_record_contract ON public.service_record USING btree (tenant_id, contract, changed_at DESC, id DESC);
CREATE INDEX service_record_customer ON public.service_record USING btree (tenant_id, customer, changed_at DESC);
CREATE INDEX service_record_ticket ON public.service_record USING btree (tenant_id, ticket, changed_at DESC, id DESC);
CREATE POLICY own_tenant ON service_record FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON service_record FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT, UPDATE ON service_record TO nuoxing_app;

CREATE TABLE session (
  tenant_id text NOT NULL,
  secret_hash bytea NOT NULL,
  person text NOT NULL,
  created_at instant NOT NULL,
  expires_at instant NOT NULL,
  last_seen_at instant NOT NULL,
  address text,
  agent text,
  CONSTRAINT session_pkey PRIMARY KEY (tenant_id, secret_hash),
  CONSTRAINT session_tenant_id_person_fkey FOREIGN KEY (tenant_id, person) REFERENCES person(tenant_id, id)
);
ALTER TABLE session ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE INDEX session_person ON public.session USING btree (tenant_id, person);
CREATE POLICY own_tenant ON session FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON session FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT DELETE, INSERT, SELECT, UPDATE ON session TO nuoxing_app;

CREATE TABLE site (
  tenant_id text NOT NULL,
  id text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  customer text NOT NULL,
  name text NOT NULL,
  initials text NOT NULL DEFAULT ''::text,
  address text,
  timezone text NOT NULL,
  zone text,
  dimensions jsonb NOT NULL DEFAULT '{}'::jsonb,
  created_at instant NOT NULL,
  changed_at instant NOT NULL,
  grams text[] NOT NULL GENERATED ALWAYS AS (bigrams(((((name || ' '::text) || COALESCE(address, ''::text)) || ' '::text) || initials))) STORED,
  CONSTRAINT site_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT site_tenant_id_customer_fkey FOREIGN KEY (tenant_id, customer) REFERENCES customer(tenant_id, id)
);
ALTER TABLE site ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE INDEX site_customer ON public.site USING btree (tenant_id, customer);
CREATE INDEX site_grams ON public.site USING gin (grams);
CREATE POLICY own_tenant ON site FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON site FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT, UPDATE ON site TO nuoxing_app;

CREATE TABLE team (
  tenant_id text NOT NULL,
  id text NOT NULL,
  name text NOT NULL,
  parent text,
  version integer NOT NULL DEFAULT 1,
  retired_at instant,
  CONSTRAINT team_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT team_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT team_tenant_id_parent_fkey FOREIGN KEY (tenant_id, parent) REFERENCES team(tenant_id, id)
);
ALTER TABLE team ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON team FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON team FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT, UPDATE ON team TO nuoxing_app;

CREATE TABLE tenant (
  tenant_id text NOT NULL,
  name text NOT NULL,
  timezone text NOT NULL,
  locale text NOT NULL DEFAULT 'zh-CN'::text,
  demo boolean NOT NULL DEFAULT false,
  clock_offset_ms bigint NOT NULL DEFAULT 0,
  seeding jsonb,
  settings jsonb NOT NULL DEFAULT '{}'::jsonb,
  created_at instant NOT NULL,
  CONSTRAINT tenant_pkey PRIMARY KEY (tenant_id),
  CONSTRAINT tenant_check CHECK ((demo OR (clock_offset_ms = 0))),
  CONSTRAINT tenant_tenant_id_check CHECK ((tenant_id ~ '^[a-z0-9][a-z0-9-]{0,39}$'::text))
);
ALTER TABLE tenant ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE TRIGGER tenant_clock BEFORE UPDATE OF clock_offset_ms ON public.tenant FOR EACH ROW EXECUTE FUNCTION tenant_clock_only_grows();
CREATE POLICY own_tenant ON tenant FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON tenant FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE ON tenant TO nuoxing_app;

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
  due_at instant,
  due_promise text,
  clock_rank smallint NOT NULL DEFAULT 0,
  state_json jsonb NOT NULL,
  priority text,
  initials text,
  grams text[] NOT NULL GENERATED ALWAYS AS (((bigrams(((((number || ' '::text) || title) || ' '::text) || COALESCE(initials, ''::text))) || single_letters(title)) || ('@'::text || tenant_id))) STORED,
  CONSTRAINT ticket_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT ticket_tenant_id_asset_fkey FOREIGN KEY (tenant_id, asset) REFERENCES asset(tenant_id, id),
  CONSTRAINT ticket_tenant_id_assignee_fkey FOREIGN KEY (tenant_id, assignee) REFERENCES person(tenant_id, id),
  CONSTRAINT ticket_tenant_id_contract_fkey FOREIGN KEY (tenant_id, contract) REFERENCES contract(tenant_id, id),
  CONSTRAINT ticket_tenant_id_customer_fkey FOREIGN KEY (tenant_id, customer) REFERENCES customer(tenant_id, id),
  CONSTRAINT ticket_tenant_id_site_fkey FOREIGN KEY (tenant_id, site) REFERENCES site(tenant_id, id),
  CONSTRAINT ticket_tenant_id_team_fkey FOREIGN KEY (tenant_id, team) REFERENCES team(tenant_id, id),
  CONSTRAINT ticket_priority_check CHECK ((priority = 'high'::text))
) WITH (fillfactor=80);
ALTER TABLE ticket ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE INDEX ticket_asset ON public.ticket USING btree (tenant_id, asset, reported_at DESC);
CREATE INDEX ticket_assignee ON public.ticket USING btree (tenant_id, assignee, due_at) WHERE (closed_at IS NULL);
CREATE INDEX ticket_changed ON public.ticket USING btree (tenant_id, changed_at DESC, id DESC);
CREATE INDEX ticket_closed ON public.ticket USING btree (tenant_id, changed_at DESC, id DESC) WHERE (closed_at IS NOT NULL);
CREATE INDEX ticket_contract ON public.ticket USING btree (tenant_id, contract, reported_at DESC);
CREATE INDEX ticket_customer ON public.ticket USING btree (tenant_id, customer, reported_at DESC);
CREATE INDEX ticket_grams ON public.ticket USING gin (grams);
CREATE INDEX ticket_open_due ON public.ticket USING btree (tenant_id, due_at, id) WHERE (closed_at IS NULL);
CREATE INDEX ticket_reported ON public.ticket USING btree (tenant_id, reported_at DESC, id DESC);
CREATE INDEX ticket_unassigned ON public.ticket USING btree (tenant_id, due_at, id) WHERE ((closed_at IS NULL) AND (assignee IS NULL));
CREATE INDEX ticket_uninitialled ON public.ticket USING btree (tenant_id, id) WHERE (initials IS NULL);
CREATE UNIQUE INDEX ticket_number ON public.ticket USING btree (tenant_id, number);
CREATE POLICY own_tenant ON ticket FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON ticket FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT, UPDATE ON ticket TO nuoxing_app;

CREATE TABLE ticket_notice (
  tenant_id text NOT NULL,
  id text NOT NULL,
  person text NOT NULL,
  ticket text NOT NULL,
  fact text NOT NULL,
  why text NOT NULL,
  at instant NOT NULL,
  read_at instant,
  CONSTRAINT ticket_notice_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT ticket_notice_tenant_id_person_fact_key UNIQUE (tenant_id, person, fact),
  CONSTRAINT ticket_notice_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT ticket_notice_tenant_id_person_fkey FOREIGN KEY (tenant_id, person) REFERENCES person(tenant_id, id),
  CONSTRAINT ticket_notice_tenant_id_ticket_fkey FOREIGN KEY (tenant_id, ticket) REFERENCES ticket(tenant_id, id),
  CONSTRAINT ticket_notice_why_check CHECK ((why = ANY (ARRAY['watch'::text, 'mention'::text])))
);
ALTER TABLE ticket_notice ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE INDEX ticket_notice_person ON public.ticket_notice USING btree (tenant_id, person, at DESC, id DESC);
CREATE POLICY own_tenant ON ticket_notice FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON ticket_notice FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT, UPDATE ON ticket_notice TO nuoxing_app;

CREATE TABLE ticket_watcher (
  tenant_id text NOT NULL,
  ticket text NOT NULL,
  person text NOT NULL,
  via text NOT NULL,
  since instant NOT NULL,
  CONSTRAINT ticket_watcher_pkey PRIMARY KEY (tenant_id, ticket, person),
  CONSTRAINT ticket_watcher_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id),
  CONSTRAINT ticket_watcher_tenant_id_person_fkey FOREIGN KEY (tenant_id, person) REFERENCES person(tenant_id, id),
  CONSTRAINT ticket_watcher_tenant_id_ticket_fkey FOREIGN KEY (tenant_id, ticket) REFERENCES ticket(tenant_id, id),
  CONSTRAINT ticket_watcher_via_check CHECK ((via = ANY (ARRAY['self'::text, 'mention'::text, 'merge'::text])))
);
ALTER TABLE ticket_watcher ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE INDEX ticket_watcher_person ON public.ticket_watcher USING btree (tenant_id, person, ticket);
CREATE POLICY own_tenant ON ticket_watcher FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON ticket_watcher FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT DELETE, INSERT, SELECT ON ticket_watcher TO nuoxing_app;

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
  CONSTRAINT token_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT token_tenant_id_secret_hash_key UNIQUE (tenant_id, secret_hash),
  CONSTRAINT token_tenant_id_person_fkey FOREIGN KEY (tenant_id, person) REFERENCES person(tenant_id, id)
);
ALTER TABLE token ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY own_tenant ON token FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON token FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT DELETE, INSERT, SELECT, UPDATE ON token TO nuoxing_app;

CREATE TABLE trail (
  tenant_id text NOT NULL,
  id bigint NOT NULL GENERATED ALWAYS AS IDENTITY,
  at instant NOT NULL,
  person text,
  action text NOT NULL,
  subject text,
  address text,
  data jsonb NOT NULL DEFAULT '{}'::jsonb,
  CONSTRAINT trail_pkey PRIMARY KEY (tenant_id, id),
  CONSTRAINT trail_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenant(tenant_id)
);
ALTER TABLE trail ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE INDEX trail_at ON public.trail USING btree (tenant_id, at DESC, id DESC);
CREATE INDEX trail_gate ON public.trail USING btree (tenant_id, at) WHERE (action = 'gate.refused'::text);
CREATE POLICY own_tenant ON trail FOR ALL TO nuoxing_app USING ((tenant_id = current_tenant())) WITH CHECK ((tenant_id = current_tenant()));
CREATE POLICY owner ON trail FOR ALL TO OWNER USING (true) WITH CHECK (true);
GRANT INSERT, SELECT ON trail TO nuoxing_app;

CREATE OR REPLACE FUNCTION public.bigrams(words text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (SELECT COALESCE(array_agg(DISTINCT substr(lower(bigrams.words), at.at, 2)), '{}'::text[]) AS "coalesce" FROM generate_series(1, GREATEST((length(bigrams.words) - 1), 0)) at(at))
;
GRANT EXECUTE ON FUNCTION bigrams TO nuoxing_app;

CREATE OR REPLACE FUNCTION public.current_tenant()
 RETURNS text
 LANGUAGE sql
 STABLE PARALLEL SAFE
RETURN NULLIF(current_setting('nuoxing.tenant'::text, true), ''::text)
;
GRANT EXECUTE ON FUNCTION current_tenant TO nuoxing_app;

CREATE OR REPLACE FUNCTION public.demand_current(is_current boolean)
 RETURNS boolean
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF is_current THEN RETURN true; END IF;
  RAISE EXCEPTION 'a record moved on' USING ERRCODE = '40001';
END $function$
;
GRANT EXECUTE ON FUNCTION demand_current TO nuoxing_app;

CREATE OR REPLACE FUNCTION public.digest_readers()
 RETURNS TABLE(tenant_id text, person text, digest_at integer, digested_on integer, timezone text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT s.tenant_id, s.person, s.digest_at, s.digested_on, t.timezone FROM message_setting s
    JOIN tenant t ON t.tenant_id = s.tenant_id JOIN person p ON p.tenant_id = s.tenant_id AND p.id = s.person
  WHERE s.digest_at IS NOT NULL AND p.left_at IS NULL
$function$
;
GRANT EXECUTE ON FUNCTION digest_readers TO nuoxing_relay;

CREATE OR REPLACE FUNCTION public.due_messages(now_ms bigint, at_most integer)
 RETURNS TABLE(tenant_id text, id text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT due.tenant_id, due.id FROM tenant t CROSS JOIN LATERAL (
    (SELECT m.tenant_id, m.id FROM message m
     WHERE m.tenant_id = t.tenant_id AND m.next_try_at <= now_ms + t.clock_offset_ms AND (m.claimed_until IS NULL OR m.claimed_until <= now_ms)
     ORDER BY m.next_try_at LIMIT at_most)
    UNION ALL
    (SELECT m.tenant_id, m.id FROM message m
     WHERE m.tenant_id = t.tenant_id AND m.state = 'accepted' AND m.follow IS NOT NULL AND m.fact IS NULL LIMIT at_most)) due
$function$
;
GRANT EXECUTE ON FUNCTION due_messages TO nuoxing_relay;

CREATE OR REPLACE FUNCTION public.due_rungs(now_ms bigint, at_most integer)
 RETURNS TABLE(tenant_id text, id text)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT t.tenant_id, due.id FROM tenant t CROSS JOIN LATERAL (
    SELECT e.id, e.next_at FROM escalation e
    WHERE e.tenant_id = t.tenant_id AND e.next_at <= now_ms + t.clock_offset_ms ORDER BY e.next_at LIMIT at_most) due
$function$
;
GRANT EXECUTE ON FUNCTION due_rungs TO nuoxing_relay;

CREATE OR REPLACE FUNCTION public.due_subjects(now_ms bigint, at_most integer)
 RETURNS TABLE(tenant_id text, subject text, due_at bigint)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT t.tenant_id, due.subject, due.next_wake_at::bigint FROM tenant t CROSS JOIN LATERAL (
    SELECT r.subject, r.next_wake_at FROM record_state r
    WHERE r.tenant_id = t.tenant_id AND r.next_wake_at <= now_ms + t.clock_offset_ms ORDER BY r.next_wake_at LIMIT at_most) due
$function$
;
GRANT EXECUTE ON FUNCTION due_subjects TO nuoxing_clock;

CREATE OR REPLACE FUNCTION public.issued_invoice_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF OLD.phase = 'issued' AND (TG_OP = 'UPDATE' OR current_user = 'nuoxing_app') THEN
    RAISE EXCEPTION 'invoice % was issued and stays as it is', OLD.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.next_due()
 RETURNS bigint
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
  SELECT min(first.at) FROM tenant t CROSS JOIN LATERAL (
    SELECT r.next_wake_at - t.clock_offset_ms AS at FROM record_state r
    WHERE r.tenant_id = t.tenant_id AND r.next_wake_at IS NOT NULL ORDER BY r.next_wake_at LIMIT 1) first
$function$
;
GRANT EXECUTE ON FUNCTION next_due TO nuoxing_clock;

CREATE OR REPLACE FUNCTION public.signed_plan_stays()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF EXISTS (SELECT FROM bound_plan b WHERE b.tenant_id = OLD.tenant_id AND b.plan = OLD.ref) THEN
    RAISE EXCEPTION 'the plan % is signed and stays as it is', OLD.ref;
  END IF;
  RETURN NEW;
END $function$
;

CREATE OR REPLACE FUNCTION public.single_letters(words text)
 RETURNS text[]
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN (SELECT COALESCE(array_agg(DISTINCT letter.letter), '{}'::text[]) AS "coalesce" FROM regexp_split_to_table(lower(single_letters.words), ''::text) letter(letter) WHERE (ascii(letter.letter) > 127))
;

CREATE OR REPLACE FUNCTION public.tenant_clock_only_grows()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
  IF NEW.clock_offset_ms < OLD.clock_offset_ms THEN
    RAISE EXCEPTION 'a tenant''s clock only goes forward' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $function$
;
GRANT EXECUTE ON FUNCTION tenant_clock_only_grows TO nuoxing_app;
