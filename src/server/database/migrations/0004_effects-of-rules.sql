-- What a rule brings beside its name: whose task, how much money, how many percent of what, how much longer
ALTER TABLE effect ADD COLUMN params jsonb;
