-- Whether both sides' signatures stand on a paper of a contract is part of its state from now on; what was signed before is looked up once.
UPDATE contract k SET state_json = k.state_json || '{"attested": true}'
WHERE EXISTS (
  SELECT FROM fact f
  WHERE f.tenant_id = k.tenant_id AND f.subject = 'contract/' || k.id AND f.type IN ('contract.signed', 'contract.amended')
    AND (SELECT count(DISTINCT one->>'side') FROM jsonb_array_elements(f.data->'signatures') one WHERE one ? 'document') = 2
);
