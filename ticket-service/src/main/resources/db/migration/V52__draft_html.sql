-- As its author's editor made it: it is sanitised when it is sent.
alter table draft add html text;
