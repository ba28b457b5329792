-- What is closed, the last changed first: however many are open and were changed since.
CREATE INDEX ticket_closed ON ticket (tenant_id, changed_at DESC, id DESC) WHERE closed_at IS NOT NULL;
