package io.frontdesk.ticket.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import io.frontdesk.ticket.search.Condition.Reference;

/**
 * Whom and what a word may name. Tickets are then found by id, so that nothing about them changes with a name. The
 * materialized parts keep the planner from reading a whole table in the hope of an early match.
 */
@Component
class Names {

	/** Of each kind; who has a name as common as that needs a second word. */
	private static final int MOST = 50;

	private static final String NAMED = """
			select w.word, n.kind, n.id from unnest(:words::text[], :firsts::text[], :seconds::text[]) w (word, first, second)
			cross join lateral (
			  with person_named as materialized (select id from person where names like w.first and names like w.second),
			  company_named as materialized (select id from company where names like w.first and names like w.second),
			  project_named as materialized (select id from project where names like w.first and names like w.second),
			  task_named as materialized (select id from task where names like w.first and names like w.second)
			  (select 'requester' as kind, id from person_named limit :most)
			  union all (select 'company', id from company_named limit :most)
			  union all (select 'project', id from project_named limit :most)
			  union all (select 'task', id from task_named limit :most)) n
			""";

	private final JdbcClient jdbc;

	Names(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** @param word of the asked ones, the one that names it */
	record Named(String word, Reference kind, UUID id) {

		String lexeme() {
			return "'%s'".formatted(SearchDocument.property(this.kind.property(), this.id));
		}

	}

	/** What has a name with a word that begins so; of two words in a row, first what has both. */
	List<Named> find(List<String> words) {
		var asked = new ArrayList<String[]>();
		for (var i = 0; i < words.size(); i++) {
			asked.add(new String[]{words.get(i), pattern(words.get(i)), "%"});
			if (i > 0) {
				asked.add(new String[]{words.get(i - 1), pattern(words.get(i - 1)), pattern(words.get(i))});
				asked.add(new String[]{words.get(i), pattern(words.get(i - 1)), pattern(words.get(i))});
			}
		}
		return this.jdbc.sql(NAMED)
				.param("words", asked.stream().map(it -> it[0]).toArray(String[]::new))
				.param("firsts", asked.stream().map(it -> it[1]).toArray(String[]::new))
				.param("seconds", asked.stream().map(it -> it[2]).toArray(String[]::new))
				.param("most", MOST)
				.query((row, _) -> named(row.getString("word"), row.getString("kind"), row.getObject("id", UUID.class)))
				.list();
	}

	/** What has a name that is spelled like the word. */
	List<Named> alike(List<String> words) {
		return this.jdbc
				.sql("""
						select w.word, n.kind, n.id from unnest(:words::text[]) w (word) cross join lateral search_like(w.word) n
						""")
				.param("words", words.toArray(String[]::new))
				.query((row, _) -> named(row.getString("word"), row.getString("kind"), row.getObject("id", UUID.class)))
				.list();
	}

	private static Named named(String word, String kind, UUID id) {
		return new Named(word, Reference.valueOf(kind.toUpperCase(Locale.ROOT)), id);
	}

	/** Two letters are a whole name or none: half of all names begin with some two. */
	private static String pattern(String word) {
		return (word.length() > 2) ? "% " + word + "%" : "% " + word + " %";
	}

}
