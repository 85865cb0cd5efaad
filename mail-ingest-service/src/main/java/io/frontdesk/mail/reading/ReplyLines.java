package io.frontdesk.mail.reading;

import java.util.List;
import java.util.regex.Pattern;

/** How mail clients, in their languages, announce what they quote and sign what they send. */
final class ReplyLines {

	private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE
			| Pattern.UNICODE_CHARACTER_CLASS;

	/** With a date or an address within: people write "he wrote:" too. */
	private static final Pattern WROTE = Pattern.compile("(?:" + String.join("|", "on\\b.*\\bwrote", "at\\b.*\\bwrote",
			"(?:am|vom)\\b.*\\b(?:schrieb|hat geschrieben).*", ".*\\bschrieb(?: am)?\\b.*", "le\\b.*\\ba écrit",
			"el\\b.*\\bescribió", ".*\\bescribió", "il\\b.*\\bha scritto",
			"(?:op|on)\\b.*\\b(?:schreef|geschreven)\\b.*",
			"em\\b.*\\bescreveu", "(?:a|no dia)\\b.*\\bescreveu",
			"(?:dnia|w dniu)\\b.*\\b(?:napisał|pisze|napisał\\(a\\)).*",
			".*\\b(?:pisze|napisał\\(a\\)|napisała?)", "(?:den|on|fre|lør|søn|man|tir|ons|tor)\\b.*\\bskrev\\b.*",
			".*\\bskrev\\b.*",
			".*\\bkirjoitti", ".*\\b(?:пишет|написала?|написав|написала|пише|писал|писала|написа)",
			"dne\\b.*\\b(?:napsala?|napsal\\(a\\)).*",
			"dňa\\b.*\\bnapísal.*", ".*\\b(?:ezt )?írta", "(?:în|pe)\\b.*\\ba scris",
			".*\\b(?:şunu yazdı|şunları yazdı|yazdı)",
			"(?:στις|την)\\b.*\\bέγραψε.*", ".*(?:写道|寫道|写到|編寫)", ".*(?:のメール|書きました|さんのメッセージ|が書いた)",
			".*(?:작성|님이 작성|썼습니다)", "vào\\b.*\\bđã viết", "pada\\b.*\\bmenulis", ".*\\bva escriure",
			".*\\bje napisa(?:o|la).*",
			".*\\b(?:rašė|rakstīja|kirjutas)", ".*كتب.*", ".*כתב.*", ".*เขียนว่า",
			"пользователь\\b.*\\bнаписал.*") + ")\\s*+[:：]?+\\s*+-*+", FLAGS);

	private static final Pattern WRITES_AT_ITS_END = Pattern
			.compile(".*(?:[:：]|wrote|написал|пише|schrieb|-)\\s*+", FLAGS);

	private static final Pattern SOMEBODY_WROTE = Pattern.compile(
			"[^!?]{1,100}\\b(?:wrote|a écrit|schrieb|escribió|ha scritto|schreef|escreveu|napisała?|napisał\\(a\\)|skrev|пишет|написала?|пише|写道|寫道)\\s?[:：]",
			FLAGS);

	private static final Pattern DATED_OR_ADDRESSED = Pattern.compile(".*(?:\\d|@).*");

	private static final Pattern MAY_BEGIN = Pattern.compile(
			".*[\\d@<].*|[\\s*_>—–-]*+(?:on|at|am|vom|le|el|il|op|em|a|no dia|dnia|w dniu|den|dne|dňa|în|pe|στις|την|vào|pada|в|пн|вт|ср|чт|пт|сб|вс|\\p{L}+,)\\b.*",
			FLAGS);

	private static final List<Pattern> WHO_AND_WHEN = List.of(
			Pattern.compile(
					"\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2},?+ .{0,30}\\d{1,2}:\\d{2}.{0,20}\\b(?:GMT|UTC)[+-]?\\d.{1,200}",
					FLAGS),
			Pattern.compile("\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2} [^<>]{1,150}<[^<>]{3,120}>:?+", FLAGS),
			Pattern.compile(
					"\\d{1,4}[-/.]\\d{1,2}[-/.]\\d{1,4},?+ .{0,30}\\d{1,2}:\\d{2}.{0,150}<[^<>]{3,120}>\\s*+:?+",
					FLAGS),
			Pattern.compile(
					".{0,20}\\d{1,2}\\.? \\p{L}{3,10}\\.? \\d{4}.{0,30}\\d{1,2}:\\d{2}.{0,150}<[^<>]{3,120}>\\s*+:",
					FLAGS),
			Pattern.compile("\\d{4}年\\d{1,2}月\\d{1,2}日.{1,150}[:：]", FLAGS),
			Pattern.compile("\\p{L}{1,4}\\.?,? .{0,20}\\d{4}.{0,80}\\bvia\\b.{0,200}:", FLAGS),
			Pattern.compile(
					"[^<>:]{1,80}<[^<>\\s]{1,100}@[^<>\\s]{1,100}> (?:wrote|writes|schrieb|escribió|a écrit|escreveu|ha scritto).{0,40}:",
					FLAGS));

	private static final Pattern ORIGINAL = Pattern
			.compile("[\\s*_>]*+(?:-{2,}+|_{3,}+|={3,}+|begin |anfang |début |inicio |inizio |start )\\s*+(?:"
					+ String.join("|", "original ?message", "original ?mail", "originalnachricht",
							"ursprüngliche ?nachricht",
							"ursprüngliche ?mail", "message d'origine", "message original", "courriel original",
							"mensaje original", "mensagem original",
							"messaggio originale", "oorspronkelijk bericht", "origineel bericht",
							"oprindelig meddelelse",
							"original ?meddelelse", "opprinnelig melding", "ursprungligt meddelande",
							"originalmeddelande", "alkuperäinen viesti",
							"oryginalna wiadomość", "wiadomość oryginalna", "исходное сообщение",
							"оригинальное сообщение", "пересылаемое сообщение",
							"původní zpráva", "pôvodná správa", "eredeti üzenet", "mesaj original", "orijinal mesaj",
							"özgün ileti", "αρχικό μήνυμα", "原始邮件", "原始郵件", "原邮件", "邮件原件", "元のメッセージ",
							"original appointment", "원본 메시지",
							"forwarded message", "forwarded by.*", "forwarded mail", "weitergeleitete nachricht",
							"weitergeleitete mail",
							"message transféré", "message transmis", "mensaje reenviado", "mensagem encaminhada",
							"messaggio inoltrato", "doorgestuurd bericht", "vidarebefordrat meddelande",
							"videresendt.*",
							"välitetty viesti", "wiadomość przekazana", "przekazana wiadomość", "пересланное сообщение",
							"přeposlaná zpráva", "továbbított üzenet", "転送メッセージ", "转发的消息", "轉寄的郵件", "转发邮件", "전달된 메시지")
					+ ")\\s*+[:：]?+\\s*+[-_=*]*+\\s*+", FLAGS);

	private static final Pattern FORWARDED = Pattern.compile(
			"\\W{0,3}(?:begin forwarded message|anfang der weitergeleiteten (?:nachricht|e-mail)|début du message (?:réexpédié|transféré)|inicio del mensaje reenviado|inizio messaggio inoltrato|begin doorgestuurd bericht|início da mensagem (?:encaminhada|reenviada)|vidarebefordrat brev|start på videresendt besked|начало переадресованного сообщения|下記は転送されたメッセージです|请求转发邮件)\\s*+[:：]?",
			FLAGS);

	private static final Pattern HEADER = Pattern.compile("[\\s*_|>]*+(?:"
			+ String.join("|", "from", "sent", "date", "to", "cc", "bcc", "subject", "reply-to", "reply to",
					"importance", "attachments?",
					"von", "gesendet", "datum", "an", "kopie", "betreff", "antwort an", "antworten an",
					"de", "envoyé", "envoyé le", "date", "à", "objet", "copie à", "répondre à",
					"enviado", "enviado el", "enviado em", "fecha", "para", "asunto", "assunto", "data", "enviada",
					"enviada em", "responder a",
					"da", "inviato", "a", "oggetto", "risposta", "per",
					"van", "verzonden", "aan", "onderwerp",
					"från", "skickat", "till", "ämne", "fra", "sendt", "til", "emne", "kopi", "dato",
					"lähettäjä", "lähetetty", "päivämäärä", "vastaanottaja", "aihe", "kopio",
					"od", "wysłano", "wysłane", "do", "temat", "odesláno", "komu", "předmět", "kopia", "kopie", "dw",
					"от", "отправлено", "дата", "кому", "тема", "копия", "від", "надіслано", "копія",
					"feladó", "elküldve", "címzett", "tárgy", "dátum", "küldve",
					"kimden", "gönderildi", "gönderme tarihi", "kime", "konu", "tarih", "gönderen", "bilgi",
					"trimis", "către", "subiect", "από", "στάλθηκε", "προς", "θέμα", "ημερομηνία",
					"发件人", "发送时间", "收件人", "主题", "日期", "抄送", "寄件者", "寄件人", "寄件日期", "收件者", "主旨", "副本", "寄件時間", "傳送日期",
					"差出人", "送信者", "送信日時", "宛先", "件名", "日時", "보낸 사람", "보낸사람", "보낸 날짜", "받는 사람", "받는사람", "제목", "날짜")
			+ ")[*_]*+\\s?+[:：][*_]*+(?:\\s.*|[^\\s/].*|)", FLAGS);

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

	/** "Sent from my desk, which is a mess" is no device's signature. */
	private static final Pattern SENTENCE = Pattern.compile("\\b(?:is|are|was|were|has|have|had) ", FLAGS);

	private static final Pattern RULE = Pattern.compile("[\\s*]*+[-_=~#+*—–ᐧ]++[-_=~#+*—–ᐧ\\s]*+");

	private static final Pattern NAME = Pattern.compile("--? ?\\p{Lu}[\\p{L}.]+(?: \\p{Lu}[\\p{L}.]+){0,3}");

	private static final int MAX_LINE = 400;

	private ReplyLines() {}

	/** Whether all of this line, or of some lines joined, announces a quotation. */
	static boolean announces(String line) {
		if (line.length() > MAX_LINE || line.length() < 4) {
			return false;
		}
		if (ORIGINAL.matcher(Work.metered(line)).matches() || FORWARDED.matcher(Work.metered(line)).matches()) {
			return true;
		}
		if (!DATED_OR_ADDRESSED.matcher(Work.metered(line)).matches()) {
			return false;
		}
		var text = line.replaceFirst("^[\\s*_>—–-]*+", "");
		return WRITES_AT_ITS_END.matcher(Work.metered(text)).matches() && WROTE.matcher(Work.metered(text)).matches()
				|| WHO_AND_WHEN.stream().anyMatch(pattern -> pattern.matcher(Work.metered(text)).matches());
	}

	/** Without a date or an address it announces only what stands right below it. */
	static boolean saysWhoWrote(String line) {
		return line.length() <= MAX_LINE && SOMEBODY_WROTE.matcher(Work.metered(line)).matches();
	}

	/** Whether an announcement can begin in this line: else the one below it stands alone. */
	static boolean mayBegin(String line) {
		return line.length() <= MAX_LINE
				&& (MAY_BEGIN.matcher(Work.metered(line)).matches() || ORIGINAL.matcher(Work.metered(line)).matches()
						|| FORWARDED.matcher(Work.metered(line)).matches());
	}

	/** "-Dora Example" below a text. */
	static boolean isName(String line) {
		return line.length() < 60 && NAME.matcher(Work.metered(line)).matches();
	}

	static boolean isHeader(String line) {
		return line.length() <= 2 * MAX_LINE && HEADER.matcher(Work.metered(line)).matches();
	}

	static boolean isDevice(String line) {
		return line.length() <= 140 && DEVICE.matcher(Work.metered(line.strip())).matches()
				&& !SENTENCE.matcher(Work.metered(line)).find();
	}

	static boolean isRule(String line) {
		return line.length() <= 200 && RULE.matcher(Work.metered(line)).matches();
	}

}
