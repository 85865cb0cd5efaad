package io.frontdesk.ticket.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * All words that tickets have. Their index knows whole words; asked for all that begin alike it would gather the tickets
 * of each before it can look at one span of time. So a part is first looked up here, and then asked for by the words that
 * have it.
 */
@Component
class Vocabulary {

	static final int SHORTEST_PART = 3;

	/** Three letters are in the middle of too many words. */
	static final int SHORTEST_MIDDLE_PART = 4;

	/** Each is a list that the index reads. */
	private static final int MOST = 24;

	/** Of which the shortest are taken. */
	private static final int CANDIDATES = 300;

	private static final int LONGEST = 40;

	/** With digits: an article's number, say, and not the hash in a link. */
	private static final int LONGEST_WITH_DIGITS = 16;

	private static final int REMEMBERED = 100_000;

	private static final String LED_TO = """
			select asked.part, found.word
			from unnest(:parts::text[]) asked (part)
			cross join lateral (
			  select word from (
			    (select word, 1 as rank from search_word where word like asked.part || '%' limit :candidates)
			    union all
			    (select word, 2 from search_word
			     where length(asked.part) >= :middle and word like '%' || asked.part || '%'
			     and word not like asked.part || '%' limit :candidates)) candidate
			  where word <> asked.part
			  order by rank, length(word), word limit :most) found
			""";

	private final JdbcClient jdbc;

	private final Cache<String, Boolean> known = Caffeine.newBuilder().maximumSize(REMEMBERED).build();

	Vocabulary(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** The last thing that a transaction writes, and in one order, as others wait for the words that are new. */
	void learn(Collection<SearchDocument> documents) {
		var unknown = documents.stream()
				.flatMap(SearchDocument::texts)
				.filter(Vocabulary::isKept)
				.filter(word -> this.known.getIfPresent(word) == null)
				.collect(Collectors.toCollection(HashSet::new));
		if (unknown.isEmpty()) {
			return;
		}
		var added = Set.copyOf(this.jdbc.sql("""
				insert into search_word select word from unnest(:words::text[]) word order by word collate "C"
				on conflict do nothing returning word
				""").param("words", unknown.toArray(String[]::new)).query(String.class).list());
		// A new word is remembered when it is met again: this transaction may not get to its end.
		unknown.stream().filter(word -> !added.contains(word)).forEach(word -> this.known.put(word, true));
	}

	/** The words that have each part, without the part itself. */
	Map<String, List<String>> leadingFrom(Collection<String> parts) {
		if (parts.isEmpty()) {
			return Map.of();
		}
		record Found(String part, String word) {}
		var words = new HashMap<String, List<String>>();
		this.jdbc.sql(LED_TO)
				.param("parts", parts.toArray(String[]::new))
				.param("candidates", CANDIDATES)
				.param("middle", SHORTEST_MIDDLE_PART)
				.param("most", MOST)
				.query(Found.class)
				.list()
				.forEach(it -> words.computeIfAbsent(it.part(), _ -> new ArrayList<>()).add(it.word()));
		return words;
	}

	/** As the migration that filled the table says it. */
	private static boolean isKept(String word) {
		var length = word.codePointCount(0, word.length());
		if (length <= SHORTEST_PART || length > LONGEST) {
			return false;
		}
		var digits = word.chars().filter(letter -> letter >= '0' && letter <= '9').count();
		return digits == 0 || length <= LONGEST_WITH_DIGITS && digits < word.length();
	}

}
