-- When a contract was signed, and by whose word, is part of its state from now on, so that the day can be put right; what was signed before is looked up once.
UPDATE contract k SET state_json = k.state_json || jsonb_build_object('signing', jsonb_strip_nulls(jsonb_build_object(
  'fact', f.id, 'at', f.occurred_at, 'day', f.data->'signedOn', 'by', f.by_person)))
FROM fact f
WHERE f.tenant_id = k.tenant_id AND f.subject = 'contract/' || k.id AND f.type = 'contract.signed' AND k.state_json IS NOT NULL;
