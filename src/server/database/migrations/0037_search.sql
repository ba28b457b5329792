-- Tickets are found by the pinyin initials of their titles too. Those are reckoned by the application: NULL until it has done so.
ALTER TABLE ticket ADD COLUMN initials text;

-- A word of one letter is exact too where it is no Latin letter or figure, which nobody looks for alone.
CREATE FUNCTION single_letters(words text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN (SELECT coalesce(array_agg(DISTINCT letter), '{}') FROM regexp_split_to_table(lower(words), '') AS letter WHERE ascii(letter) > 127);

-- The tenant is a word of each of its tickets: one index serves all of them, and none reads the rows of another.
ALTER TABLE ticket DROP COLUMN grams;
ALTER TABLE ticket ADD COLUMN grams text[] NOT NULL GENERATED ALWAYS AS (
  bigrams(number || ' ' || title || ' ' || coalesce(initials, '')) || single_letters(title) || ('@' || tenant_id)) STORED;
CREATE INDEX ticket_grams ON ticket USING gin (grams);
CREATE INDEX ticket_uninitialled ON ticket (tenant_id, id) WHERE initials IS NULL;

-- Row-level security keeps an index of words from being used for an operator that is not leakproof. A view is read with its owner's rights: it shows
-- the session's tenant alone, and conditions on it reach the index. Who may see what of it is asked by the statement that reads it.
CREATE VIEW ticket_words AS
  SELECT t.tenant_id, t.id, t.customer, t.contract, t.assignee, t.team, t.number, t.title, t.reported_at, t.changed_at, t.closed_at, t.grams,
    lower(t.number || ' ' || t.title || ' ' || coalesce(t.initials, '')) AS words
  FROM ticket t WHERE t.tenant_id = current_tenant();
CREATE VIEW customer_words AS
  SELECT c.id, c.grams, lower(c.name || ' ' || c.initials) AS words FROM customer c WHERE c.tenant_id = current_tenant();
CREATE VIEW site_words AS
  SELECT s.id, s.customer, s.grams, lower(s.name || ' ' || coalesce(s.address, '') || ' ' || s.initials) AS words
  FROM site s WHERE s.tenant_id = current_tenant();
CREATE VIEW asset_words AS
  SELECT a.id, a.customer, a.grams, lower(a.name || ' ' || coalesce(a.model, '') || ' ' || coalesce(a.serial, '') || ' ' || a.initials) AS words
  FROM asset a WHERE a.tenant_id = current_tenant();
CREATE VIEW contract_words AS
  SELECT k.id, k.customer, k.grams, lower(k.number || ' ' || k.title || ' ' || k.initials) AS words
  FROM contract k WHERE k.tenant_id = current_tenant();
CREATE VIEW person_words AS
  SELECT p.id, p.grams, lower(p.name || ' ' || p.initials || ' ' || p.account) AS words
  FROM person p WHERE p.tenant_id = current_tenant() AND p.left_at IS NULL;
GRANT SELECT ON ticket_words, customer_words, site_words, asset_words, contract_words, person_words TO nuoxing_app;

DROP FUNCTION search_tickets(text, integer), search_customers(text, integer), search_sites(text, integer), search_assets(text, integer),
  search_contracts(text, integer), search_people(text, integer), like_literal(text);

-- Lists: what is paused or late is little beside all that was ever promised, and what somebody reported beside all facts.
CREATE INDEX obligation_paused ON obligation (tenant_id, ticket) WHERE state = 'paused';
CREATE INDEX obligation_late ON obligation (tenant_id, ticket) WHERE state = 'broken' AND fulfilled_at IS NULL AND ended_at IS NULL;
CREATE INDEX fact_reporter ON fact (tenant_id, by_person) WHERE type = 'ticket.reported';
CREATE INDEX ticket_unassigned ON ticket (tenant_id, due_at, id) WHERE closed_at IS NULL AND assignee IS NULL;
