create table quote (
    id integer primary key,
    text text not null unique
);

insert into quote (text) values
    ('A stitch in time saves nine.'),
    ('Measure twice, cut once.'),
    ('Many hands make light work.'),
    ('A chain is only as strong as its weakest link.'),
    ('Look before you leap.'),
    ('Slow and steady wins the race.'),
    ('Still waters run deep.'),
    ('The early bird catches the worm, but the second mouse gets the cheese.'),
    ('What is deployed often is deployed without fear.'),
    ('A rollback that was never tried is a wish.'),
    ('The log you did not write is the one you will look for.'),
    ('Name the thing well, and half of its manual is written.');
