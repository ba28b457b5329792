-- 所属记录: a step that belongs to another service record speaks of it too: the work on a device that was sent in, the papers for an announced event.
ALTER TABLE service_record ADD COLUMN part_of text,
  ADD FOREIGN KEY (tenant_id, part_of) REFERENCES service_record;
