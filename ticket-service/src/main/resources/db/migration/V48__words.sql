-- Every word that a ticket has, so that a part of one leads to it. io.frontdesk.ticket.search.Vocabulary says which are kept.
create table search_word (
	word text collate "C" primary key
);

insert into search_word
select word from ts_stat('select words from ticket_search')
where length(word) between 4 and 40 and word !~ ':'
  and (word !~ '[0-9]' or (length(word) <= 16 and word ~ '[^0-9]'));

create index search_word_parts on search_word using gin (word gin_trgm_ops);
