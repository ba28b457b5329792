/**
 * Roles belong to the whole PostgreSQL server, so they are made apart from the migrations, and again whenever they are missing.
 * None has a password: on the private socket they log in by themselves, elsewhere the owner puts them on (connection.ts).
 */
export const ROLES_SQL = `
DO $$
DECLARE name text;
BEGIN
  FOREACH name IN ARRAY ARRAY['nuoxing_app', 'nuoxing_clock', 'nuoxing_relay'] LOOP
    BEGIN
      EXECUTE format('CREATE ROLE %I LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOINHERIT NOBYPASSRLS', name);
    EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
    END;
    -- A superuser may put on any role; from 16 on, whoever made one may not, until it is granted.
    IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
      EXECUTE format('GRANT %I TO CURRENT_USER', name);
    END IF;
  END LOOP;
END $$;
REVOKE CREATE ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO nuoxing_app, nuoxing_clock, nuoxing_relay;
`

/** The schema of graphile-worker, with the table by which it knows its version: with that there it never needs the right to make schemas. */
export const RELAY_SCHEMA_SQL = `
CREATE SCHEMA IF NOT EXISTS graphile_worker AUTHORIZATION nuoxing_relay;
CREATE TABLE IF NOT EXISTS graphile_worker.migrations (id int PRIMARY KEY, ts timestamptz NOT NULL DEFAULT now(), breaking boolean NOT NULL DEFAULT false);
ALTER TABLE graphile_worker.migrations OWNER TO nuoxing_relay;
`
