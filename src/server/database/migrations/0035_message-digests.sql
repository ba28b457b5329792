-- 每日汇总: who wants one mail a day of what waits for them, at which minute of the firm's day, and the day (since 1970) of the last one.
ALTER TABLE message_setting ADD COLUMN digest_at integer CHECK (digest_at BETWEEN 0 AND 1439), ADD COLUMN digested_on integer;

CREATE FUNCTION digest_readers() RETURNS TABLE (tenant_id text, person text, digest_at integer, digested_on integer, timezone text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path TO 'public' AS $$
  SELECT s.tenant_id, s.person, s.digest_at, s.digested_on, t.timezone FROM message_setting s
    JOIN tenant t ON t.tenant_id = s.tenant_id JOIN person p ON p.tenant_id = s.tenant_id AND p.id = s.person
  WHERE s.digest_at IS NOT NULL AND p.left_at IS NULL
$$;
REVOKE ALL ON FUNCTION digest_readers() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION digest_readers() TO nuoxing_relay;
