-- Who asked first that a task be cancelled; '' while nobody did.
alter table task_subject add column canceled_by text not null default '';
