-- 消息外发. One row an outbound message, whatever its channel; `key` makes it once only: the effect or the request behind it, the recipient, the channel.
CREATE TABLE message (
  tenant_id text NOT NULL REFERENCES tenant,
  id text NOT NULL,
  key text NOT NULL,
  kind text NOT NULL,
  channel text NOT NULL,
  -- what it follows from, where it follows from a promise
  effect text,
  -- the message that this one takes back
  corrects text,
  person text,
  contact text,
  -- whom it reaches, as they were called and where, when it was written
  recipient text NOT NULL,
  address text,
  locale text NOT NULL,
  -- as sent; a link that works once stands in the mail alone
  title text NOT NULL,
  body text NOT NULL,
  about text,
  ticket text,
  contract text,
  state text NOT NULL CHECK (state IN ('queued', 'handed', 'accepted', 'deferred', 'failed', 'bounced', 'withdrawn', 'read')),
  attempts integer NOT NULL DEFAULT 0,
  first_tried_at instant,
  -- by the tenant's clock, as everything that is scheduled
  next_try_at instant,
  -- by the machine's clock: until then one worker has it
  claimed_until instant,
  -- it may have left although nobody answered
  doubtful boolean NOT NULL DEFAULT false,
  -- the words of the server that took it, or of the last that did not
  answer text,
  last_error text,
  -- what is to be recorded once it was accepted, who asked for it, and the fact that came of it
  follow jsonb,
  follow_by text,
  fact text,
  created_at instant NOT NULL,
  changed_at instant NOT NULL,
  PRIMARY KEY (tenant_id, id),
  UNIQUE (tenant_id, key),
  FOREIGN KEY (tenant_id, person) REFERENCES person,
  FOREIGN KEY (tenant_id, ticket) REFERENCES ticket,
  FOREIGN KEY (tenant_id, contract) REFERENCES contract
);
CREATE INDEX message_due ON message (tenant_id, next_try_at) WHERE next_try_at IS NOT NULL;
CREATE INDEX message_follow ON message (tenant_id) WHERE state = 'accepted' AND follow IS NOT NULL AND fact IS NULL;
CREATE INDEX message_created ON message (tenant_id, created_at DESC, id DESC);
CREATE INDEX message_effect ON message (tenant_id, effect);
CREATE INDEX message_ticket ON message (tenant_id, ticket, created_at DESC);
CREATE INDEX message_contract ON message (tenant_id, contract, created_at DESC);

-- 投递记录: append-only
CREATE TABLE message_log (
  tenant_id text NOT NULL,
  message text NOT NULL,
  n bigint GENERATED ALWAYS AS IDENTITY,
  at instant NOT NULL,
  event text NOT NULL,
  detail text,
  PRIMARY KEY (tenant_id, message, n),
  FOREIGN KEY (tenant_id, message) REFERENCES message
);

-- 消息模板 that a firm has written for itself; without a row the shipped text holds
CREATE TABLE message_template (
  tenant_id text NOT NULL REFERENCES tenant,
  kind text NOT NULL,
  locale text NOT NULL,
  version integer NOT NULL DEFAULT 1,
  subject text NOT NULL,
  body text NOT NULL,
  changed_at instant NOT NULL,
  PRIMARY KEY (tenant_id, kind, locale)
);

-- What a person wants by mail, and when not. Minutes after midnight.
CREATE TABLE message_setting (
  tenant_id text NOT NULL,
  person text NOT NULL,
  mail_off text[] NOT NULL DEFAULT '{}',
  locale text,
  quiet_from integer NOT NULL DEFAULT 0,
  quiet_until integer NOT NULL DEFAULT 0,
  PRIMARY KEY (tenant_id, person),
  FOREIGN KEY (tenant_id, person) REFERENCES person
);

-- 合同联系人: whom the customer named for a contract
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
  PRIMARY KEY (tenant_id, id),
  FOREIGN KEY (tenant_id, contract) REFERENCES contract
);
CREATE INDEX contract_contact_contract ON contract_contact (tenant_id, contract) WHERE removed_at IS NULL;
ALTER TABLE message ADD FOREIGN KEY (tenant_id, contact) REFERENCES contract_contact;

-- Tenant and id of what is to be sent, by each tenant's own clock, and of what was accepted and has to be recorded; nothing else of any tenant.
CREATE FUNCTION due_messages(now_ms bigint, at_most integer) RETURNS TABLE (tenant_id text, id text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public AS $$
  SELECT due.tenant_id, due.id FROM tenant t CROSS JOIN LATERAL (
    (SELECT m.tenant_id, m.id FROM message m
     WHERE m.tenant_id = t.tenant_id AND m.next_try_at <= now_ms + t.clock_offset_ms AND (m.claimed_until IS NULL OR m.claimed_until <= now_ms)
     ORDER BY m.next_try_at LIMIT at_most)
    UNION ALL
    (SELECT m.tenant_id, m.id FROM message m
     WHERE m.tenant_id = t.tenant_id AND m.state = 'accepted' AND m.follow IS NOT NULL AND m.fact IS NULL LIMIT at_most)) due
$$;
REVOKE EXECUTE ON FUNCTION due_messages(bigint, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION due_messages(bigint, integer) TO nuoxing_relay;

GRANT SELECT, INSERT, UPDATE ON message, message_setting, contract_contact TO nuoxing_app;
GRANT SELECT, INSERT ON message_log TO nuoxing_app;
GRANT SELECT, INSERT, UPDATE, DELETE ON message_template TO nuoxing_app;
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['message', 'message_log', 'message_template', 'message_setting', 'contract_contact'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', name);
    EXECUTE format('CREATE POLICY own_tenant ON %I TO nuoxing_app USING (tenant_id = current_tenant()) WITH CHECK (tenant_id = current_tenant())', name);
    EXECUTE format('CREATE POLICY owner ON %I TO CURRENT_USER USING (true) WITH CHECK (true)', name);
  END LOOP;
END $$;

-- Actions that are new: the shipped roles of firms that are there already get them as new firms do.
UPDATE role SET grants = grants || '[{"action": "message.read", "scope": "all"}, {"action": "message.send", "scope": "all"}]'
WHERE id IN ('administrator', 'service-manager') AND NOT grants @> '[{"action": "message.read"}]';
UPDATE role SET grants = grants || '[{"action": "template.manage", "scope": "all"}]' WHERE id = 'administrator' AND NOT grants @> '[{"action": "template.manage"}]';
