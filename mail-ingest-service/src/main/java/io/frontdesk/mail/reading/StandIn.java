package io.frontdesk.mail.reading;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether a plain part only stands in for the HTML beside it: nothing that anybody could see, a link, or words about a
 * program that shows HTML. A plain part that says what the HTML says is none.
 */
enum StandIn {

	/** It says what the HTML says. */
	NO,

	/** It says nothing, but for a link. */
	EMPTY,

	/** It says that HTML is needed. */
	NOTICE,

	/** It says something else, and nobody knows what: both are to be read. */
	UNKNOWN;

	/** In letters; a longer text is worth reading. */
	private static final int LONGEST = 400;

	/** Of the HTML's text. */
	private static final int COMPARED = 50_000;

	private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

	private static final Pattern UNSEEN = Pattern
			.compile("[\\s\\p{Z}\\p{C}\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0]++");

	private static final Pattern LINK = Pattern.compile("(?:https?://|www\\.|mailto:)[^\\s<>\"]++", FLAGS);

	private static final Pattern SENTENCE_END = Pattern.compile("[\\n.!?:;。！？]");

	private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]++");

	private static final Pattern ABOUT_HTML = Pattern.compile(String.join("|", "html",
			"brow[sz]er", "navegador", "navigat(?:eu|o)r", "böngésző", "tarayıcı", "браузер", "brauser", "przegląda",
			"prohlížeč", "prehliadač", "preglednik", "selaime", "webbläsar", "nettleser", "pārlūk", "naršykl",
			"πρόγραμμα περιήγησης", "trình duyệt", "peramban", "เบราว์เซอร์", "متصفح", "דפדפן", "ブラウザ", "浏览器", "瀏覽器",
			"브라우저",
			"(?:e-?)?mail[- ]?(?:program|client|app|reader|leser)", "messagerie", "programa de correo",
			"cliente de correo", "programma di posta", "client di posta", "почтов", "поштов", "program pocztow",
			"poštovní", "levelező", "e-posta", "sähköposti", "メールソフト", "邮件客户端", "郵件程式", "메일 프로그램",
			"online (?:version|ansehen|view)", "view (?:it |this )?(?:\\w+ )?online", "en ligne", "en línea",
			"multi-?part"), FLAGS);

	static StandIn of(String plain, String html) {
		var words = withoutLinks(plain);
		var said = letters(words);
		if (said.length() > LONGEST) {
			return NO;
		}
		var shown = letters(withoutLinks(html.substring(0, Math.min(html.length(), COMPARED))));
		if (shown.isEmpty()) {
			return NO;
		}
		var hasLink = !words.equals(plain);
		if (isUnseen(words)) {
			return EMPTY;
		}
		if (said.isEmpty()) {
			return hasLink ? EMPTY : NO;
		}
		var shared = shared(words, shown);
		if (shared * 2 >= said.length()) {
			return (shared == said.length() && hasLink && shown.length() > said.length() * 2) ? EMPTY : NO;
		}
		return ABOUT_HTML.matcher(plain).find() ? NOTICE : UNKNOWN;
	}

	/** How many letters of the plain part's sentences the HTML has as well. */
	private static int shared(String words, String shown) {
		var shared = 0;
		for (var sentence : SENTENCE_END.split(words)) {
			var letters = letters(sentence);
			Work.spend(shown.length());
			shared += shown.contains(letters) ? letters.length() : 0;
		}
		return shared;
	}

	private static boolean isUnseen(String text) {
		return UNSEEN.matcher(Work.metered(text)).replaceAll("").isEmpty();
	}

	private static String withoutLinks(String text) {
		return LINK.matcher(Work.metered(text)).replaceAll("");
	}

	private static String letters(String text) {
		return NO_LETTER.matcher(Work.metered(text)).replaceAll("").toLowerCase(Locale.ROOT);
	}

}
