-- Events of months that have no partition of their own yet are kept here, so that none is ever lost for want of one.

create table usage.event_other partition of usage.event default;

alter table usage.event_other enable row level security;

alter table usage.event_other force row level security;
