-- What a customer's records have called parts and problems is offered again: the latest of them, at every such step.
CREATE INDEX service_record_customer ON service_record (tenant_id, customer, changed_at DESC);
