-- Attempts that a gate stopped are lines of the trail; a board counts those of its year.
CREATE INDEX trail_gate ON trail (tenant_id, at) WHERE action = 'gate.refused';
