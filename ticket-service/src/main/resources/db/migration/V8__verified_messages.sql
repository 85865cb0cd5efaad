alter table message
	-- false where only the From of a mail says whose it is
	add column verified boolean not null default true,
	-- what the receiving mail server found out about who sent it; null for what is no mail
	add column proof    text;

-- Staff are few, and each batch of mails asks which of its authors are.
create index person_staff_by_email on person (email) where staff;
