-- Which groups a person is in is asked for the few people of some accounts, of all that ever happened.

create index event_groups_of_user on usage.event (workspace_id, user_key) where kind = 'group';
