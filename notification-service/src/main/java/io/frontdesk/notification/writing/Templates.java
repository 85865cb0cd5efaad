package io.frontdesk.notification.writing;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import io.frontdesk.http.problem.InvalidField;

/** What mails say, in each language that there is a directory of in templates/: as it comes, or as somebody changed it. */
@Component
@Transactional
public class Templates {

	private static final RowMapper<MailTemplate> ROWS = (row, _) -> new MailTemplate(
			TemplateKey.valueOf(row.getString("kind")),
			row.getString("locale"), row.getString("subject"), row.getString("text"),
			row.getObject("changed_at", OffsetDateTime.class).toInstant(), row.getString("changed_by"));

	private final JdbcClient jdbc;

	private final WritingSettings settings;

	private final InstantSource clock;

	private final Map<String, Language> languages;

	Templates(JdbcClient jdbc, WritingSettings settings, InstantSource clock) {
		this.jdbc = jdbc;
		this.settings = settings;
		this.clock = clock;
		this.languages = Language.all();
		language(settings.locale());
		settings.locales().values().forEach(this::language);
	}

	private Language language(String locale) {
		var language = this.languages.get(locale);
		if (language == null) {
			throw new IllegalArgumentException("There are no templates in " + locale);
		}
		return language;
	}

	/** By language and kind. */
	@Transactional(readOnly = true)
	public List<MailTemplate> all() {
		var all = new HashMap<String, MailTemplate>();
		this.languages.values().forEach(language -> language.templates().values().stream()
				.filter(template -> template.key().isChangeable())
				.forEach(template -> all.put(name(template), template)));
		this.jdbc.sql("select * from template")
				.query(ROWS)
				.list()
				.forEach(changed -> all.replace(name(changed), changed));
		return all.values()
				.stream()
				.sorted(Comparator.comparing(MailTemplate::locale).thenComparing(MailTemplate::key))
				.toList();
	}

	private static String name(MailTemplate template) {
		return template.locale() + "/" + template.key();
	}

	/** @param locale null for the usual one */
	@Transactional(readOnly = true)
	public MailTemplate get(TemplateKey key, @Nullable String locale) {
		var usual = usual(key, locale);
		return this.jdbc.sql("select * from template where kind = ? and locale = ?")
				.params(key.name(), usual.locale())
				.query(ROWS)
				.optional()
				.orElse(usual);
	}

	private MailTemplate usual(TemplateKey key, @Nullable String locale) {
		return Optional.ofNullable(this.languages.get((locale != null) ? locale : this.settings.locale()))
				.map(language -> language.templates().get(key))
				.orElseThrow(TemplateProblem.TEMPLATE_NOT_FOUND::exception);
	}

	boolean areIn(String locale) {
		return this.languages.containsKey(locale);
	}

	/** How the language of a template calls a status. */
	String word(String locale, String key) {
		return language(locale).words().getProperty(key, key);
	}

	public MailTemplate change(TemplateKey key, @Nullable String locale, String subject, String text, String by) {
		var changed = new MailTemplate(key, usual(key, locale).locale(), subject, text, this.clock.instant(), by);
		check(changed);
		this.jdbc.sql("""
				insert into template (kind, locale, subject, text, changed_at, changed_by) values (?, ?, ?, ?, ?, ?)
				on conflict (kind, locale) do update set subject = excluded.subject, text = excluded.text,
				       changed_at = excluded.changed_at, changed_by = excluded.changed_by
				""")
				.params(key.name(), changed.locale(), subject, text,
						Objects.requireNonNull(changed.changedAt()).atOffset(ZoneOffset.UTC), by)
				.update();
		return get(key, locale);
	}

	/** What it was in the beginning. */
	public void reset(TemplateKey key, @Nullable String locale) {
		this.jdbc.sql("delete from template where kind = ? and locale = ?")
				.params(key.name(), usual(key, locale).locale())
				.update();
	}

	static void check(MailTemplate template) {
		var faults = TemplateCheck.faults(template.key(), template.subject(), template.text());
		if (!faults.isEmpty()) {
			throw InvalidField.exception(faults);
		}
	}

	/** @param words how it calls what has a name in the code */
	private record Language(Map<TemplateKey, MailTemplate> templates, Properties words) {

		static Map<String, Language> all() {
			var languages = new TreeMap<String, Language>();
			try {
				var resolver = new PathMatchingResourcePatternResolver();
				for (var file : resolver.getResources("classpath*:templates/*/*.*")) {
					var path = file.getURL().getPath().split("/");
					var locale = path[path.length - 2];
					var language = languages.computeIfAbsent(locale,
							_ -> new Language(new TreeMap<>(), new Properties()));
					language.add(locale, file);
				}
			} catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
			languages.forEach(Language::checkWhole);
			return languages;
		}

		private static void checkWhole(String locale, Language language) {
			if (language.templates.size() < TemplateKey.values().length) {
				throw new IllegalStateException("Not every mail has a template in " + locale);
			}
		}

		private void add(String locale, Resource file) throws IOException {
			var name = String.valueOf(file.getFilename());
			var content = file.getContentAsString(StandardCharsets.UTF_8);
			if (name.equals("words.properties")) {
				this.words.load(new StringReader(content));
				return;
			}
			var key = TemplateKey.of(name.replace(".mustache", "")).orElseThrow(() -> new IllegalStateException(
					"There is a template of mails that nobody sends: " + name));
			var parts = content.split("\n\n", 2);
			var template = new MailTemplate(key, locale, parts[0], parts[1], null, null);
			check(template);
			this.templates.put(key, template);
		}

	}

}
