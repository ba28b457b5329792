-- What was issued stays, whoever serves; the owner alone, who serves nobody, drops a tenant as a whole.
CREATE OR REPLACE FUNCTION issued_invoice_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.phase = 'issued' AND (TG_OP = 'UPDATE' OR current_user = 'nuoxing_app') THEN
    RAISE EXCEPTION 'invoice % was issued and stays as it is', OLD.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  IF TG_OP = 'DELETE' THEN RETURN OLD; END IF;
  RETURN NEW;
END $$;
