-- What rules brought about is looked up clause by clause, and whether it was taken back; what is owed without a due time (欠缺) by itself
CREATE INDEX effect_promise ON effect (tenant_id, promise, at) WHERE of IS NULL;
CREATE INDEX effect_taken_back ON effect (tenant_id, of) WHERE of IS NOT NULL;
CREATE INDEX obligation_dueless ON obligation (tenant_id, opened_at) WHERE state = 'open' AND due_at IS NULL;
CREATE INDEX record_ticket ON record_state (tenant_id, ticket) WHERE ticket IS NOT NULL;
