-- What each deployment is of and where it goes, as columns: lists, outcomes and read models join it with its task.
create table delivery (
    deployment text primary key,
    number bigint not null,
    space_id text not null,
    project text not null,
    release text not null,
    channel text not null,
    environment text not null,
    tenant text not null,
    task text not null,
    created_at bigint not null
);
create unique index delivery_task on delivery (task);
create index delivery_place on delivery (project, environment, tenant, number);
create index delivery_release on delivery (release, environment, number);

-- Read model: what stands in an environment. A channel of '' stands for all channels together.
create table current_delivery (
    space_id text not null,
    owner text not null,
    environment text not null,
    tenant text not null,
    channel text not null,
    latest text not null,
    latest_success text not null,
    success_before text not null,
    primary key (owner, environment, tenant, channel)
);
create index current_delivery_space on current_delivery (space_id);

-- Why a release is blocked.
create table defect (
    id text primary key,
    number bigint not null,
    space_id text not null,
    release text not null,
    description text not null,
    resolved integer not null,
    created_at bigint not null
);
create index defect_release on defect (release);

-- Which projects and environments a space's dashboard shows; absent for all.
create table dashboard_configuration (
    space_id text primary key,
    json text not null
);
