-- Tasks that rules gave somebody are looked up for the first page, the newest first
CREATE INDEX effect_task ON effect (tenant_id, at DESC) WHERE kind = 'open-task';
