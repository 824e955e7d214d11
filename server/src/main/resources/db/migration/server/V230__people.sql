-- Whether a user is active is asked at each request, beside the teams. So far nobody could be anything else.
insert into scope (source, dimension, value) select id_key, 'active', 'true' from user_account;
