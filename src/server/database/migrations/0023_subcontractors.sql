-- Whose person somebody is: our own, or of a firm that works for us
ALTER TABLE person ADD COLUMN subcontractor text;
