-- Service records are open to the customer whose they are: to whoever administers for them all of them, to everybody else those of their own tickets.
UPDATE role SET grants = grants || '[{"action": "service.read", "scope": "all"}]' WHERE id = 'customer-administrator' AND NOT grants @> '[{"action": "service.read"}]';
UPDATE role SET grants = grants || '[{"action": "service.read", "scope": "own"}]' WHERE id = 'customer-user' AND NOT grants @> '[{"action": "service.read"}]';
