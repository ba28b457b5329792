-- 值班电话: those of the last days are counted by whom they rang, each time that somebody asks who is on duty.
CREATE INDEX service_record_call ON service_record (tenant_id, opened_at) WHERE noun = 'call';
