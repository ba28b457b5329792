-- An action that is new: the shipped roles of firms that are there already get it as new firms do.
UPDATE role SET grants = grants || '[{"action": "ticket.message", "scope": "all"}]'
WHERE id IN ('service-manager', 'hotline-agent', 'dispatcher', 'customer-administrator') AND NOT grants @> '[{"action": "ticket.message"}]';
UPDATE role SET grants = grants || '[{"action": "ticket.message", "scope": "own"}]'
WHERE id IN ('engineer', 'customer-user') AND NOT grants @> '[{"action": "ticket.message"}]';
