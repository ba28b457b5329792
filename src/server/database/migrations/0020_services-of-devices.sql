-- What was done to a device is looked up by the device
CREATE INDEX service_record_asset ON service_record (tenant_id, asset, changed_at DESC, id DESC) WHERE asset IS NOT NULL;
