-- A later version of the program wants to say where a quote comes from.
alter table quote add column origin text not null default 'a proverb';

update quote set origin = 'heard in the machine room' where id >= 9;
