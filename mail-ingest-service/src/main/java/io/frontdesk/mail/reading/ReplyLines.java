package io.frontdesk.mail.reading;

import java.util.regex.Pattern;

/** How mail clients, in their languages, announce what they quote and sign what they send. */
final class ReplyLines {

	private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE
			| Pattern.UNICODE_CHARACTER_CLASS;

	private static final Pattern DEVICE = Pattern.compile("[\\s<(\\[*_~—–-]*+(?:"
			+ String.join("|", "sent (?:from|via|with|by|using|on)\\b.{1,90}", "from my \\p{L}.{1,40}",
					"\\p{L}{2,20} from mobile", "get \\[?(?:outlook|typeapp|bluemail|spark)\\b.{0,90}",
					"envoyé (?:depuis|de|à partir|avec|par|via)\\b.{1,90}",
					"von (?:meinem|unterwegs)\\b.{1,60}\\bgesendet.{0,20}",
					"gesendet (?:von|mit|über|aus)\\b.{1,90}",
					"diese (?:nachricht|e-?mail|mail) wurde von.{1,60} gesendet.?",
					"enviado (?:desde|con|de|do|da|pelo|pela|via|a partir|com|por)\\b.{1,90}",
					"inviat[oa] (?:da|dal|dalla|con|tramite)\\b.{1,90}",
					"(?:verzonden|verstuurd) (?:vanaf|met|via|vanuit|van|door)\\b.{1,90}",
					"skickat (?:från|via|med)\\b.{1,90}",
					"sendt (?:fra|via|med)\\b.{1,90}", "wysłan[eoay]\\S* (?:z|ze|przez|za)\\b.{1,90}",
					"отправлено (?:с|из|через|от)\\b.{1,90}",
					"(?:надіслано|відправлено) (?:з|із|через)\\b.{1,90}", "lähetetty\\b.{1,60}",
					".{1,40}(?:telefonumdan|cihazımdan|ımdan|umdan) gönderildi.?",
					"(?:发自|發自|从我的|從我的|来自我的|寄自).{1,40}", ".{1,40}から送信(?:されました)?.?", ".{1,40}에서 (?:보냄|발송)",
					"odesláno (?:z|ze)\\b.{1,60}", "odoslané z\\b.{1,60}",
					".{1,40}(?:ról|ről) küldve.?", "trimis de pe\\b.{1,60}", "được gửi từ.{1,60}",
					"dikirim dari.{1,60}", "enviat des\\b.{1,60}",
					"στάλθηκε από.{1,60}", "נשלח מ.{1,60}", "أرسلت من.{1,60}", "tapped on my\\b.{1,40}")
			+ ")", FLAGS);

	/** "Sent from my desk, which is a mess", or "from my telephone app the form fails", is no device's signature. */
	private static final Pattern SENTENCE = Pattern.compile("[?:;](?=\\s|$)|\\b(?:"
			+ String.join("|", "is", "are", "was", "were", "has", "have", "had", "I", "we", "it", "you", "they",
					"fails?",
					"failed", "gets", "got", "does", "do", "did", "can", "cannot", "could", "will", "would", "never",
					"not", "no", "but", "because", "when", "error", "works", "worked", "app the",
					"ich", "wir", "es", "ist", "sind", "war", "kommt", "kam", "geht", "nicht", "nichts", "kein",
					"keine",
					"fehler", "funktioniert", "aber", "wenn",
					"je", "nous", "est", "sont", "rien", "pas", "erreur", "marche", "mais",
					"nada", "falla", "pero", "funciona", "não", "erro", "non", "errore", "niet", "fout", "maar",
					"inte", "fel", "men", "ikke", "feil", "nie", "błąd", "не", "но", "ошибка")
			+ ")\\b(?!@)", FLAGS);

	private static final Pattern RULE = Pattern.compile("[\\s*]*+[-_=~#+*—–ᐧ]++[-_=~#+*—–ᐧ\\s]*+");

	private static final Pattern NAME = Pattern.compile("--? ?\\p{Lu}[\\p{L}.]+(?: \\p{Lu}[\\p{L}.]+){0,3}");

	private static final int MAX_LINE = 400;

	private ReplyLines() {}

	/** "-Dora Example" below a text. */
	static boolean isName(String line) {
		return line.length() < 60 && NAME.matcher(Work.metered(line)).matches();
	}

	static boolean isDevice(String line) {
		return line.length() <= 140 && DEVICE.matcher(Work.metered(line.strip())).matches()
				&& !SENTENCE.matcher(Work.metered(line)).find();
	}

	static boolean isRule(String line) {
		return line.length() <= 200 && RULE.matcher(Work.metered(line)).matches();
	}

}
